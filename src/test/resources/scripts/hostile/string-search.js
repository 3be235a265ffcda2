// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
return 'a'.repeat(1e6).indexOf('a'.repeat(5e5) + 'b');
