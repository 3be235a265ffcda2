// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
let bomb = [1];
for (;;) bomb = bomb.concat(bomb);
