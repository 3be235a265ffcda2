// ends: completed ["€1,234.50","1.234,50\u00a0€"]
return ['en-US', 'de-DE'].map((l) => (1234.5).toLocaleString(l, { style: 'currency', currency: 'EUR' }));
