// ends: completed "RangeError"
// ends: completed "cloned"
// ends: stopped its calls were nested too deeply
let deep = [];
for (let i = 0; i < 20000; i++) deep = [deep];
try {
  structuredClone(deep);
  return 'cloned';
} catch (e) {
  return e.name;
}
