// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const bomb = {};
for (let i = 0; ; i++) bomb[`key${i}`] = { i };
