// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const kept = [];
for (;;) try { kept.push(new Uint8Array(8e6)); } catch { kept.pop(); }
