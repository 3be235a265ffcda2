// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
let i = 0; while (true) i++;
