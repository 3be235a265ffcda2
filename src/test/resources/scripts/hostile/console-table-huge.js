// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const rows = Array.from({ length: 300000 }, (_, i) => ({ ['c' + i]: i })); for (;;) console.table(rows);
