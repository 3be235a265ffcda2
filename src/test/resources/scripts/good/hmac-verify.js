// ends: completed [true,false]
const bytes = (text) => new TextEncoder().encode(text);
const key = await crypto.subtle.importKey('raw', bytes('key'), { name: 'HMAC', hash: { name: 'SHA-512' } }, true, ['sign', 'verify']);
const signature = await crypto.subtle.sign('HMAC', key, bytes('text'));
return [await crypto.subtle.verify('HMAC', key, signature, bytes('text')), await crypto.subtle.verify('HMAC', key, signature, bytes('Text'))];
