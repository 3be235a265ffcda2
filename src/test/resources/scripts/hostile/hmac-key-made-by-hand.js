// ends: completed ["TypeError","TypeError"]
const key = await crypto.subtle.importKey('raw', new Uint8Array(4), { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
const errors = []; try { new key.constructor(new Uint8Array(4), 'MD5', true); } catch (e) { errors.push(e.name); }
await crypto.subtle.sign('HMAC', Object.create(key), new Uint8Array(1)).catch((e) => errors.push(e.name)); return errors;
