// ends: failed cannot stringify objects nested that deep
// ends: failed The result is nested deeper than 900 levels
let list = [];
for (let i = 0; i < 1100; i++) list = [list];
return list;
