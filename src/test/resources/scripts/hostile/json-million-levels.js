// ends: failed deep
// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
return JSON.parse('['.repeat(1e6) + ']'.repeat(1e6)).length;
