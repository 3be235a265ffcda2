// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
return new Intl.NumberFormat({ length: 2 ** 53 - 1 }).format(1);
