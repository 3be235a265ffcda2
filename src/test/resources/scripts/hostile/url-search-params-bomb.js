// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const p = new URLSearchParams(); for (;;) p.append('x'.repeat(1000), 'y');
