// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
while (true) {
  try { for (;;) throw new Error('again'); } catch {}
}
