// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
return [3, 2, 1].sort(() => { for (;;); });
