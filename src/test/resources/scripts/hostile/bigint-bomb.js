// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
let bomb = 2n;
for (;;) bomb *= bomb;
