// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const bomb = [];
for (;;) bomb.push({ at: bomb.length });
