// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
return Array.from({ length: 2 ** 32 - 1 }).length;
