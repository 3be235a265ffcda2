// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
Promise.prototype.then = () => { for (;;); };
await Promise.resolve(1);
for (;;);
