// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
for (;;) 'a'.repeat(1e5).replace(/a/g, 'b');
