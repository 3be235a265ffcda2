// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
for (;;) 'é'.repeat(1e5).normalize('NFD');
