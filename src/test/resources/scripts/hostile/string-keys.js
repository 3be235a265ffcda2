// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const keys = [];
for (;;) keys.push(Object.keys('a'.repeat(1e5)));
