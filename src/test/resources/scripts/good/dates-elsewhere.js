// ends: completed "1.7.2026, 11:00:00"
return new Date('2026-07-01T09:00:00Z').toLocaleString('de-DE', { timeZone: 'Europe/Berlin' });
