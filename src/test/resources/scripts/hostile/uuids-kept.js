// ends: stopped it used too much memory
// ends: stopped it ran longer than {timeout}
const kept = []; for (;;) kept.push(crypto.randomUUID() + 'x'.repeat(1000));
