// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const bomb = [];
for (;;) bomb.push(new Uint8Array(1e6));
