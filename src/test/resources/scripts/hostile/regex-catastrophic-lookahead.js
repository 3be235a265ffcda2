// ends: stopped it ran longer than 0.4 s
// ends: completed false
return /(?=((a*)*)*b)/.test('a'.repeat(5e3));
