// ends: completed ["1970-01-01T00:00:00.000Z",1704067200000]
return [new Date(0), Date.UTC(2024, 0, 1)];
