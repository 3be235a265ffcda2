// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
for (;;) 'a'.repeat(1e5).replace(/a/g, 'b');
