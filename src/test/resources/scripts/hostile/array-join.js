// ends: failed Invalid string length
// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
return new Array(2 ** 26).join('ab');
