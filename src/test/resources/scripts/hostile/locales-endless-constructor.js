// ends: failed The list of locales is longer
return new Intl.NumberFormat({ length: 2 ** 53 - 1 }).format(1);
