// ends: failed 
let bomb = 2n;
for (;;) bomb *= bomb;
