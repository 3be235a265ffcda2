// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
const bomb = [];
for (;;) bomb.push({ at: bomb.length });
