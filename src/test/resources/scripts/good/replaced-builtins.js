// ends: completed {"a":1}
globalThis.Promise = null;
globalThis.JSON = null;
Object.defineProperty = null;
Array.prototype[Symbol.iterator] = null;
console.log('still', 'here');
return { a: 1 };
