// ends: completed ["2026-07-01T09:00:00.000Z",0]
return [new Date('2026-07-01T09:00').toISOString(), new Date().getTimezoneOffset()];
