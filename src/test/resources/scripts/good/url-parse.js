// ends: completed [null,"https://a.example/"]
return [URL.parse('nope'), URL.parse('https://a.example').href];
