// ends: completed 18446744073709551616
return 2n ** 64n;
