// ends: failed The result holds a number of more than 1,000 digits
return 10n ** 2000n;
