// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const all = [];
for (;;) all.push(Array(1e4).fill(0).map((_, i) => ({ i })));
