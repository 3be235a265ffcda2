// ends: completed []
return Object.keys(globalThis);
