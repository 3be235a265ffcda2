// ends: failed The result is larger than 1 MiB
const holes = [1];
holes.length = 2 ** 32 - 1;
return holes;
