// ends: stopped it ran longer than 0.4 s
return `${{ toString() { for (;;); } }}`;
