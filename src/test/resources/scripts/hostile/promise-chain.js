// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
const again = () => Promise.resolve().then(again);
await again();
