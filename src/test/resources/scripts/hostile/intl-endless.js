// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
for (;;) new Intl.DateTimeFormat('de', { timeZone: 'Asia/Tokyo' }).format();
