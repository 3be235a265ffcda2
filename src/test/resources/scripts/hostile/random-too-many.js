// ends: completed "QuotaExceededError"
try { crypto.getRandomValues(new Uint8Array(65537)); } catch (e) { return e.name; }
