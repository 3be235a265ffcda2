// ends: failed deep
// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const top = {};
let at = top;
for (let i = 0; i < 1e6; i++) at = at.a = {};
return top;
