// ends: completed [2,4]
return [1, 2, 3].values().map((x) => x * 2).take(2).toArray();
