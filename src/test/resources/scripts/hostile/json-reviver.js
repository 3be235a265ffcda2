// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
return JSON.parse('[1,2]', () => { for (;;); });
