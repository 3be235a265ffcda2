// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
while (true) {
  try { throw 1; } catch (e) { for (;;); }
}
