// ends: completed ["undefined","undefined","undefined","undefined","undefined","undefined"]
return ['fetch', 'require', 'setInterval', 'window', 'Graal', 'DOMException'].map((name) => typeof globalThis[name]);
