// ends: completed 1
const cycle = {}; cycle.self = cycle; const evil = new Proxy({}, { get() { throw 1; }, ownKeys() { throw 2; } });
for (const name of ['log', 'info', 'warn', 'error', 'debug', 'table', 'trace', 'group', 'groupCollapsed', 'groupEnd', 'time', 'timeLog', 'timeEnd', 'dir', 'dirxml', 'count', 'countReset', 'assert', 'clear'])
  for (const value of [undefined, null, cycle, evil, Symbol('s'), 1n, [evil], { toString() { throw 3; } }, Object.create(null)]) console[name](value, evil, cycle);
return 1;
