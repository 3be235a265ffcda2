// ends: stopped it ran longer than {timeout}
throw { toString() { for (;;); } };
