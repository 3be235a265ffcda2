// ends: completed [1,2]
return Array.fromAsync([Promise.resolve(1), 2]);
