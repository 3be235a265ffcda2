// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
return Array.from({ length: 2 ** 32 - 1 }).length;
