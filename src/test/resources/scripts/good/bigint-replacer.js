// ends: completed ["{\"a\":\"10\",\"b\":11}","[\n 1\n]","{\"a\":1}"]
return [
  JSON.stringify({ a: 10n, b: 10 }, (key, value) => (typeof value === 'bigint' ? String(value) : value === 10 ? 11n : value)),
  JSON.stringify([1n], null, 1),
  JSON.stringify({ a: 1n, b: 2n }, ['a']),
];
