// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
while (true) {
  try { throw 1; } catch (e) { for (;;); }
}
