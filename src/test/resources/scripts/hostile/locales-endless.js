// ends: failed The list of locales is longer
return Intl.getCanonicalLocales({ length: 2 ** 53 - 1 });
