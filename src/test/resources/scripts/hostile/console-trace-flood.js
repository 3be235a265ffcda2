// ends: stopped it ran longer than {timeout}
for (;;) console.trace({ toJSON() { return Math.random(); } });
