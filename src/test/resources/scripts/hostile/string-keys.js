// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
const keys = [];
for (;;) keys.push(Object.keys('a'.repeat(1e5)));
