// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const { proxy } = Proxy.revocable([], { get: (t, key) => (key === 'length' ? 2 ** 53 - 1 : t[key]) });
return Array.prototype.indexOf.call(proxy, 1);
