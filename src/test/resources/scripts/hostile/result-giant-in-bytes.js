// ends: failed The result is larger than 1 MiB
return 'é'.repeat(2 ** 19);
