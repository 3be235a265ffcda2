// ends: stopped it used too much memory
// ends: stopped it ran longer than {timeout}
const kept = []; for (;;) kept.push(btoa('x'.repeat(100000)));
