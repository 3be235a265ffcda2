// ends: completed 20000
const rows = [];
for (let i = 0; i < 40000; i++) rows.push(i);
return rows.filter((row) => row % 2).length;
