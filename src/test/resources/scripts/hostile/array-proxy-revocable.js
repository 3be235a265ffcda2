// ends: failed longer than
const { proxy } = Proxy.revocable([], { get: (t, key) => (key === 'length' ? 2 ** 53 - 1 : t[key]) });
return Array.prototype.indexOf.call(proxy, 1);
