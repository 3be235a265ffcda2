// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
for (;;) setTimeout(() => {}, 1e9);
