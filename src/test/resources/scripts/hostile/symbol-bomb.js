// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
for (let i = 0; ; i++) Symbol.for('x'.repeat(1000) + i);
