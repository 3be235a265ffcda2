// ends: completed "InvalidAccessError"
const key = await crypto.subtle.importKey('raw', new Uint8Array([1]), { name: 'HMAC', hash: 'SHA-1' }, false, ['verify']);
return crypto.subtle.sign('HMAC', key, new Uint8Array(1)).catch((e) => e.name);
