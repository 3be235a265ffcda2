// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
function* ones() { for (;;) yield 1; }
for (const one of ones());
