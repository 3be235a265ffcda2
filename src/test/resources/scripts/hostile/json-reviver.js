// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
return JSON.parse('[1,2]', () => { for (;;); });
