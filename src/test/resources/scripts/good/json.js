// ends: completed "{\"a\":[1]}"
return JSON.stringify(JSON.parse('{"a":[1]}'));
