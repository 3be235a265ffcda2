// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
let i = 0; while (true) i++;
