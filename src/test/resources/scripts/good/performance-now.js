// ends: completed [true,true]
const start = performance.now(); await new Promise((r) => setTimeout(r, 5)); const took = performance.now() - start; return [took >= 4, took < 60000];
