// ends: stopped it ran longer than {timeout}
// ends: failed deep
let list = [];
for (let i = 0; i < 20000; i++) list = [list];
return list;
