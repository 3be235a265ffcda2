// ends: failed fetch is not defined
await fetch('https://example.com');
