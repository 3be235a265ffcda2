// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const part = Array(1e5).fill(1);
return Array(1e5).fill(part).flat().length;
