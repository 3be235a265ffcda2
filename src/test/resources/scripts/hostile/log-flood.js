// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
for (;;) console.log('x'.repeat(5000));
