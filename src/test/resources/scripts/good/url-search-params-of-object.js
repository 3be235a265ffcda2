// ends: completed {"url":"https://crm.example.com/?q=Ann"}
return { url: 'https://crm.example.com/?' + new URLSearchParams({ q: contact.name }) };
