// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
Promise.prototype.then = () => { for (;;); };
await Promise.resolve(1);
for (;;);
