// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const kept = []; for (;;) kept.push(new TextDecoder().decode(new Uint8Array(1 << 20)));
