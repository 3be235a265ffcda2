// ends: failed Invalid string length
return 'x'.padEnd(2 ** 30, 'abc');
