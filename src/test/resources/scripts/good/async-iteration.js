// ends: completed [1,2]
async function* numbers() { yield 1; yield 2; }
const seen = [];
for await (const n of numbers()) seen.push(n);
return seen;
