// ends: completed ["1970-01-01T00:00:00.000Z","/x/gi",[["a",{"b":1}]],[1],[1,2],"boom","10",2]
const c = structuredClone({ d: new Date(0), r: /x/gi, m: new Map([['a', { b: 1 }]]), s: new Set([1]), u: new Uint8Array([1, 2]), e: new TypeError('boom'), n: 10n, v: new DataView(new ArrayBuffer(2)) });
return [c.d, String(c.r), [...c.m], [...c.s], [...c.u], c.e.message, String(c.n), c.v.byteLength];
