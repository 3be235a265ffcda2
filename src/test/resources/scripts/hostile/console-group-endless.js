// ends: stopped it ran longer than {timeout}
console.group({ get constructor() { for (;;); } });
