// ends: completed {"u":"https://a.example/"}
return { u: new URL('https://a.example') };
