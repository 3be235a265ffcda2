// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const kept = []; for (;;) kept.push(new TextEncoder().encode('ü'.repeat(100000)));
