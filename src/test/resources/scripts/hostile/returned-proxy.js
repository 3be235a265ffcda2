// ends: stopped it ran longer than {timeout}
return new Proxy({}, { get(t, name) { if (name === 'toast') for (;;); }, ownKeys() { return []; } });
