// ends: stopped it ran longer than {timeout}
console.table([{ get a() { for (;;); } }]);
