// ends: stopped it ran longer than {timeout}
new TextEncoder().encode({ toString() { for (;;); } });
