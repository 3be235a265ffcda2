// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
// ends: failed Invalid string length
return 'a'.repeat(1e6).replaceAll('a', 'b'.repeat(1e6)).length;
