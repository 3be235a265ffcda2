// ends: completed [true,4,true]
const a = new Uint32Array(4); const b = crypto.getRandomValues(a); return [a === b, a.length, a.some((n) => n > 0)];
