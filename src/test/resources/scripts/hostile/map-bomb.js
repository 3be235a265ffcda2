// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
const bomb = new Map();
for (let i = 0; ; i++) bomb.set(i, { i });
