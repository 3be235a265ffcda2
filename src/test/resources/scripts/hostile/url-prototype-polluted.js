// ends: completed ["undefined","undefined"]
Object.prototype.host = 'evil'; String.prototype.slice = Array.prototype.join = () => { throw 1; };
try { new URL('http://a/b'); } catch {} return [typeof Java, typeof host === 'string' ? 'undefined' : typeof host];
