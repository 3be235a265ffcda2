// ends: completed [3,3,true]
return [eval('1 + 2'), new Function('a', 'b', 'return a + b')(1, 2), (() => {}).constructor === Function];
