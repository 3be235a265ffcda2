// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
return Intl.getCanonicalLocales({ length: 2 ** 53 - 1 });
