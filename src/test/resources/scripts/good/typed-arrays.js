// ends: completed [6,"aGk"]
const bytes = Uint8Array.from([1, 2, 3]);
return [bytes.reduce((a, b) => a + b), 'aGk'];
