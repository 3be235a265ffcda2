// ends: stopped it ran longer than {timeout}
while (performance.now() >= 0);
