// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
return 'a'.repeat(1e6).indexOf('a'.repeat(5e5) + 'b');
