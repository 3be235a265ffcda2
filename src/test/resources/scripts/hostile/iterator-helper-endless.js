// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
return Iterator.from({ next: () => ({ value: 1, done: false }) }).drop(1e15).next();
