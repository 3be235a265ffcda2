// ends: stopped it ran longer than {timeout}
// ends: failed Maximum call stack size exceeded
let proxy = {};
for (let i = 0; i < 300000; i++) proxy = new Proxy(proxy, {});
return proxy.x;
