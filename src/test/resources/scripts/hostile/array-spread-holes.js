// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
return [...Array(2 ** 25)].length;
