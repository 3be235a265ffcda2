// ends: failed The result is larger than 1 MiB
return 'x'.repeat(2 ** 20 - 1);
