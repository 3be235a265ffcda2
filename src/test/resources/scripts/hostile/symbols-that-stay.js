// ends: completed 20000
// ends: stopped it ran longer than {timeout}
let i = 0;
for (; i < 20000; i++) Symbol.for(i + 'x'.repeat(1000));
return i;
