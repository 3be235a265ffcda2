// ends: completed "RangeError"
// ends: stopped its calls were nested too deeply
let deep = []; for (let i = 0; i < 200000; i++) deep = [deep]; try { structuredClone(deep); } catch (e) { return e.name; }
