// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
// ends: completed 1
for (let i = 0; i < 50; i++) console.log({ text: 'x'.repeat(1e5) });
return 1;
