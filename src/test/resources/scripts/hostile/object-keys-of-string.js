// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
return Object.keys('x'.repeat(3e7)).length;
