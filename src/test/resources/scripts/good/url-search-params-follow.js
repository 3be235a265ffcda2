// ends: completed ["a=1&b=2","https://x.example/?c=3","c=3"]
const u = new URL('https://x.example/?a=1'); u.searchParams.append('b', 2); const first = u.searchParams.toString(); u.search = '?c=3'; return [first, u.href, u.searchParams.toString()];
