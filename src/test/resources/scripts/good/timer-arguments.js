// ends: completed [1,"two"]
return new Promise((resolve) => setTimeout((...args) => resolve(args), 1, 1, 'two'));
