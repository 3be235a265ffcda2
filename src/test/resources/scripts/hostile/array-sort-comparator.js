// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
return [3, 2, 1].sort(() => { for (;;); });
