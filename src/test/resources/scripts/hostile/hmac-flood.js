// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const key = await crypto.subtle.importKey('raw', new Uint8Array(64), { name: 'HMAC', hash: 'SHA-512' }, false, ['sign']);
const data = new Uint8Array(4 << 20); for (;;) await crypto.subtle.sign('HMAC', key, data);
