// ends: completed {"toast":"Copied!"}
return { toast: 'Copied!' };
