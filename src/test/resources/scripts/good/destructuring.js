// ends: completed [1,[2,3],5]
const { a, b: [, ...rest], c = 5 } = { a: 1, b: [0, 2, 3] };
return [a, rest, c];
