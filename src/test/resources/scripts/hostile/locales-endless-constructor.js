// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
return new Intl.NumberFormat({ length: 2 ** 53 - 1 }).format(1);
