// ends: failed The script waits for a promise that never settles
await new Promise(() => {});
