// ends: completed ["https://a.example/","https://a.example/"]
const u = new URL('https://a.example/'); u.protocol = 'foo'; const first = u.href; u.port = 'x'; u.hostname = 'a b'; return [first, u.href];
