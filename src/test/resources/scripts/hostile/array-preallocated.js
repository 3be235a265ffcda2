// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
return new Array(2 ** 26).fill(0).map((x) => x).length;
