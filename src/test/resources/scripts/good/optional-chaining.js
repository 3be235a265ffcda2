// ends: completed [null,"fallback"]
return [contact?.missing?.deep ?? null, undefined ?? 'fallback'];
