// ends: stopped it ran longer than {timeout}
return { then() { for (;;); } };
