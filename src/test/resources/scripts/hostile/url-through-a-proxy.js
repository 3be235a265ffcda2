// ends: stopped it ran longer than {timeout}
new URL(new Proxy({}, { get() { for (;;); } }));
