// ends: completed [1,2,3]
const seen = []; queueMicrotask(() => seen.push(2)); seen.push(1); await null; seen.push(3); return seen;
