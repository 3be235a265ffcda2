// ends: stopped it ran longer than {timeout}
structuredClone({ get a() { for (;;); } });
