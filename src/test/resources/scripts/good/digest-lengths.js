// ends: completed [20,32,48,64]
const sizes = []; for (const name of ['SHA-1', 'sha-256', { name: 'SHA-384' }, 'SHA-512']) sizes.push((await crypto.subtle.digest(name, new ArrayBuffer(3))).byteLength); return sizes;
