// ends: stopped it ran longer than {timeout}
for (;;) crypto.randomUUID();
