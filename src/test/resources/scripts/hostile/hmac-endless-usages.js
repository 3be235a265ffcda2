// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
await crypto.subtle.importKey('raw', new Uint8Array(4), { name: 'HMAC', hash: 'SHA-1' }, false, (function* () { for (;;) yield 'sign'; })());
