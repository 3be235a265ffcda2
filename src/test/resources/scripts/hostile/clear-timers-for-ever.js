// ends: stopped it ran longer than {timeout}
for (;;) clearTimeout(setTimeout(() => {}, 1));
