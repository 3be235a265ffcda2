// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
for (;;) 'é'.repeat(1e5).normalize('NFD');
