// ends: failed Invalid string length
let bomb = 'x';
for (;;) bomb += bomb;
