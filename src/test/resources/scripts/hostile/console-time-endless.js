// ends: stopped it ran longer than {timeout}
console.time({ toJSON() { for (;;); } });
