// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
let last = () => 1;
for (;;) { const before = last; last = () => before; }
