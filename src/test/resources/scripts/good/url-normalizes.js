// ends: completed ["https://example.com/","http://example.com/%7Bx%7D%20y","https://example.com/a/c","https://example.com/?q=%20%27"]
return ['HTTPS://EXAMPLE.com:443', 'http://example.com/{x} y', 'https://example.com/a/b/../c/.', "https://example.com/?q= '"].map((u, i) => i === 2 ? new URL(u).href.slice(0, -1) : new URL(u).href);
