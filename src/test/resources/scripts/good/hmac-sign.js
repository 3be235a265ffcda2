// ends: completed "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8"
const bytes = (text) => new TextEncoder().encode(text);
const key = await crypto.subtle.importKey('raw', bytes('key'), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
const signature = await crypto.subtle.sign('HMAC', key, bytes('The quick brown fox jumps over the lazy dog'));
return [...new Uint8Array(signature)].map((b) => b.toString(16).padStart(2, '0')).join('');
