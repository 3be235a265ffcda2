// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
return /(.*)(.*)(.*)(.*)(.*)[^a]\1/.test('a'.repeat(1e4));
