// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
for (let i = 0; ; i++) console.time('x'.repeat(900) + i);
