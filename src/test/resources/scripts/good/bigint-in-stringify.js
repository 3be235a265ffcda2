// ends: completed "{\"id\":10,\"t\":\"10\"}"
return JSON.stringify({ id: 10n, t: '10' });
