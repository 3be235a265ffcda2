// ends: completed [1,true]
implicit = 1;
return [implicit, (function () { return this === globalThis; })()];
