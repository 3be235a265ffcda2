// ends: completed "TypeError"
return crypto.subtle.digest('SHA-1', new Proxy(new Uint8Array(4), {})).catch((e) => e.name);
