// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
for (;;) console.log('x'.repeat(5000));
