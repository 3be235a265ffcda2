// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
for (;;) new Intl.DateTimeFormat('de', { timeZone: 'Asia/Tokyo' }).format();
