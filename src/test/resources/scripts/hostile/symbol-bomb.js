// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
for (let i = 0; ; i++) Symbol.for('x'.repeat(1000) + i);
