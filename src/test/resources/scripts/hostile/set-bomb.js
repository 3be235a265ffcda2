// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
const bomb = new Set();
for (;;) bomb.add({});
