// ends: completed "QuotaExceededError"
return crypto.subtle.digest('SHA-1', new ArrayBuffer((16 << 20) + 1)).catch((e) => e.name);
