// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
const part = Array(1e5).fill(1);
return [].concat(...Array(60000).fill(part)).length;
