// ends: failed Invalid string length
return 'x'.repeat(2 ** 30);
