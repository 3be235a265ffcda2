// ends: completed "\"a\",\"b \"\"c\"\"\""
return ['a', 'b "c"'].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
