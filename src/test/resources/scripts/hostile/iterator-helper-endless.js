// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
return Iterator.from({ next: () => ({ value: 1, done: false }) }).drop(1e15).next();
