// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const bomb = new Map();
for (let i = 0; ; i++) bomb.set(i, { i });
