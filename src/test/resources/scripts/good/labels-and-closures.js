// ends: completed 9
let sum = 0;
outer: for (let i = 0; i < 4; i++) for (let j = 0; j < 4; j++) { if (j > i) continue outer; sum += j; if (i === 3 && j === 2) break outer; }
return sum + 2;
