// ends: completed "ftp://x.example:21000/p%20q?a=b#c"
const u = new URL('https://a.example:81/'); u.protocol = 'ftp'; u.host = 'x.example:21000'; u.pathname = 'p q'; u.search = 'a=b'; u.hash = 'c'; return u.href;
