// ends: completed [1,4]
const lineOf = (e) => Number(/action\.js:(\d+):/.exec(e.stack)[1]);
const first = [];
try { null.x; } catch (e) { first.push(lineOf(e)); }
return [1, first[0]];
