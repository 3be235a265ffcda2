// ends: stopped it ran longer than {timeout}
return `${{ toString() { for (;;); } }}`;
