// ends: stopped it ran longer than {timeout}
new TextDecoder({ toString() { for (;;); } });
