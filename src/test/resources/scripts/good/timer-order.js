// ends: completed ["micro","a","b","c"]
const seen = []; setTimeout(() => seen.push('b'), 15); setTimeout(() => seen.push('a'), 5); queueMicrotask(() => seen.push('micro'));
await new Promise((resolve) => setTimeout(() => { seen.push('c'); resolve(); }, 25)); return seen;
