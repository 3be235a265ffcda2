// ends: completed {"a":1,"list":[1,"two",null]}
return { a: 1, list: [1, 'two', undefined], gone: undefined, call() {} };
