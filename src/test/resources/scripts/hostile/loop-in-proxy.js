// ends: stopped it ran longer than {timeout}
return new Proxy({}, { ownKeys() { for (;;); } });
