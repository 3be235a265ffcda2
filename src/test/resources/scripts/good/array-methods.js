// ends: completed [[1,2,3,[4]],[3,2,1],[1,10,9],"b",[1,[1],2,[2]],true,["a","b"],[1,2]]
return [
  [1, [2, [3, [4]]]].flat(2),
  [1, 2, 3].toReversed(),
  [10, 9, 1].sort(),
  ['a', 'b'].at(-1),
  [1, 2].flatMap((x) => [x, [x]]),
  [NaN].includes(NaN),
  Array.prototype.slice.call('ab'),
  (function () { return Array.prototype.slice.call(arguments); })(1, 2),
];
