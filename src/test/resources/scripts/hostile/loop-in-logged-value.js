// ends: stopped it ran longer than {timeout}
console.log({ toJSON() { for (;;); } });
