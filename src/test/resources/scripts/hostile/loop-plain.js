// ends: stopped it ran longer than 0.4 s
for (;;);
