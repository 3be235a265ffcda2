// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const liar = new Proxy([], { get: (t, key) => (key === 'length' ? 2 ** 53 - 1 : t[key]) });
return Array.prototype.includes.call(liar, 1);
