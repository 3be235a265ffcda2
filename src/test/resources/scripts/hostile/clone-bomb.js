// ends: stopped it used too much memory
// ends: stopped it ran longer than {timeout}
let o = { a: 'x' }; for (;;) o = structuredClone({ o, p: { o: structuredClone(o) } });
