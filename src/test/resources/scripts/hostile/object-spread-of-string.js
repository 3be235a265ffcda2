// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const text = 'x'.repeat(1e6);
for (;;) ({ ...text });
