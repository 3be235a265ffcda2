// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
while (true) {
  try { for (;;) throw new Error('again'); } catch {}
}
