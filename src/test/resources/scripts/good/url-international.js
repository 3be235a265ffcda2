// ends: completed ["https://xn--strae-oqa.example/%C3%BC","https://xn--r8jz45g.xn--zckzah/","http://faß.example"]
return [new URL('https://Straße.example/ü').href, new URL('https://例え.テスト').href, 'http://faß.example'];
