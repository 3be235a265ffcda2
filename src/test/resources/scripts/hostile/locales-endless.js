// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
return Intl.getCanonicalLocales({ length: 2 ** 53 - 1 });
