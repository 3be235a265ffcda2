// ends: stopped it ran longer than {timeout}
throw { toJSON() { for (;;); } };
