// ends: completed {"a":1}
return Object.fromEntries(new Map([['a', 1]]));
