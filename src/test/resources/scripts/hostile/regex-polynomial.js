// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
return /(.*)(.*)(.*)(.*)(.*)[^a]\1/.test('a'.repeat(1e4));
