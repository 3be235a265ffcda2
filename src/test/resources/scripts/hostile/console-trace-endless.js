// ends: stopped it ran longer than {timeout}
console.trace(new Proxy([], { get() { for (;;); } }));
