// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const data = new Uint8Array(4 << 20); for (;;) await crypto.subtle.digest('SHA-512', data);
