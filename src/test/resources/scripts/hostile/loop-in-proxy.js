// ends: stopped it ran longer than 0.4 s
return new Proxy({}, { ownKeys() { for (;;); } });
