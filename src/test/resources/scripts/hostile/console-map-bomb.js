// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const map = new Map(); for (let i = 0; ; i++) { map.set({ i }, map); console.log(map); }
