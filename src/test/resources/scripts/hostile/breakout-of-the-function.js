// ends: refused Expected eof
}); globalThis.out = 1; (async () => {
