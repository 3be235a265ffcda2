// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
let last = () => 1;
for (;;) { const before = last; last = () => before; }
