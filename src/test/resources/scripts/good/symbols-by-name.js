// ends: completed [true,"a",true]
const a = Symbol.for('a');
return [a === Symbol.for('a'), Symbol.keyFor(a), Symbol.keyFor(Symbol('b')) === undefined];
