// ends: stopped it ran longer than {timeout}
btoa({ toString() { for (;;); } });
