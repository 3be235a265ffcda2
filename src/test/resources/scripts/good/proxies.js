// ends: completed [1,"trapped",true]
const proxy = new Proxy({ a: 1 }, { get: (t, key) => (key in t ? t[key] : 'trapped') });
return [proxy.a, proxy.b, Array.isArray(new Proxy([], {}))];
