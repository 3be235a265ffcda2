// ends: completed [false,false,false,false,false,false,true,true]
return ['', 'x', '/a', 'http://', 'http://a b', 'http://[1', 'mailto:a@b.example', 'tel:+1'].map((u) => URL.canParse(u));
