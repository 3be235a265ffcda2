// ends: failed Expected eof
}); globalThis.out = 1; (async () => {
