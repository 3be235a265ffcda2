// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
const registry = new FinalizationRegistry(() => {});
for (;;) registry.register({}, {});
