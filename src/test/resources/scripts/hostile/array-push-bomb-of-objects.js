// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
const all = [];
for (;;) all.push(Array(1e4).fill(0).map((_, i) => ({ i })));
