// ends: stopped it ran longer than {timeout}
atob({ toString() { for (;;); } });
