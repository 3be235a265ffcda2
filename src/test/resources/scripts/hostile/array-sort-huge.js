// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
return Array(2 ** 26).fill().map(Math.random).sort()[0];
