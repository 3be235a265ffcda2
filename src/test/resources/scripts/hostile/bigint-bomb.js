// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
let bomb = 2n;
for (;;) bomb *= bomb;
