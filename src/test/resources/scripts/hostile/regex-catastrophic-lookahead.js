// ends: stopped it ran longer than {timeout}
// ends: completed false
return /(?=((a*)*)*b)/.test('a'.repeat(5e3));
