// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
// ends: failed Do not know how to serialize a BigInt
// ends: failed Maximum BigInt size exceeded
return 2n ** (2n ** 30n);
