// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
const text = 'x'.repeat(1e6);
for (;;) ({ ...text });
