// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const again = () => Promise.resolve().then(again);
await again();
