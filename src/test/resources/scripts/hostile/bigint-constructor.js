// ends: failed BigInt is not defined
return BigInt('9'.repeat(1e6));
