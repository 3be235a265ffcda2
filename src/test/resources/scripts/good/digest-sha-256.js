// ends: completed "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('abc'));
return [...new Uint8Array(hash)].map((b) => b.toString(16).padStart(2, '0')).join('');
