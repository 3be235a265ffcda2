// ends: stopped it ran longer than {timeout}
for (;;) console.group('x');
