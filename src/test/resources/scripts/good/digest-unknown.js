// ends: completed ["NotSupportedError","TypeError"]
const names = []; for (const f of [() => crypto.subtle.digest('MD5', new Uint8Array(1)), () => crypto.subtle.digest('SHA-1', 'text')]) await f().catch((e) => names.push(e.name)); return names;
