// ends: failed The result is larger than 1 MiB
// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
let list = ['x'.repeat(10)];
for (let i = 0; i < 40; i++) list = [list, list];
return list;
