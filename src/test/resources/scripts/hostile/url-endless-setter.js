// ends: stopped it ran longer than {timeout}
const u = new URL('http://a/'); for (;;) u.pathname = '/' + Math.random();
