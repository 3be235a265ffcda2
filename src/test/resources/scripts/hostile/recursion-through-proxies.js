// ends: stopped it ran longer than 0.4 s
// ends: failed Maximum call stack size exceeded
let proxy = {};
for (let i = 0; i < 30000; i++) proxy = new Proxy(proxy, {});
return proxy.x;
