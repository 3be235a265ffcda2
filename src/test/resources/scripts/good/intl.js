// ends: completed ["1.234,5","1.5.2024","€1,234.50"]
return [
  new Intl.NumberFormat('de-DE').format(1234.5),
  new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin' }).format(new Date('2024-05-01T12:00:00Z')),
  (1234.5).toLocaleString(['en-US'], { style: 'currency', currency: 'EUR' }),
];
