// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
function* ones() { for (;;) yield 1; }
return [...ones()];
