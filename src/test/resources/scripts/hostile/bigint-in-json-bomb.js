// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
let n = 10n; for (;;) { n = n * n; JSON.stringify({ n }); }
