// ends: stopped it ran longer than {timeout}
return { toJSON() { for (;;); } };
