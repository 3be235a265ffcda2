// ends: completed {"url":"https://crm.example.com/s?q=%2B1+555"}
const u = new URL('https://crm.example.com/s'); u.searchParams.set('q', '+1 555'); return { url: u.href };
