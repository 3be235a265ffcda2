// ends: completed "cat says miau (1)"
class Animal { #count = 0; static of(x) { return new this(x); } constructor(name) { this.name = name; } get count() { return ++this.#count; } }
class Cat extends Animal { say() { return `${this.name} says miau (${this.count})`; } }
return Cat.of('cat').say();
