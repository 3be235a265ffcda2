// ends: completed [true,{"x":1}]
class Point { constructor() { this.x = 1; } } const c = structuredClone(new Point()); return [Object.getPrototypeOf(c) === Object.prototype, c];
