// ends: completed {"toast":"Hi Ann"}
async function main() { return { toast: `Hi ${contact.name}` }; }
return main();
