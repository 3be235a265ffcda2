// ends: completed ["https://a.example/x/y","https://a.example/d","https://a.example/b/e","https://b.example/","https://a.example/b/c?q","https://a.example/b/c#f"]
return ['/x/y', '../d', './e', '//b.example', '?q', '#f'].map((r) => new URL(r, 'https://a.example/b/c').href);
