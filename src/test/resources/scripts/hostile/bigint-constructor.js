// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
// ends: failed Maximum BigInt size exceeded
return BigInt('9'.repeat(1e6));
