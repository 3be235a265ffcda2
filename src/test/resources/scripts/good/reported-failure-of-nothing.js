// ends: completed {"toast":{"message":"x","type":"info"}}
return { toast: { message: 'x', type: 'info' } };
