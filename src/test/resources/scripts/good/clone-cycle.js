// ends: completed [true,true]
const a = { list: [] }; a.self = a; a.list.push(a); const c = structuredClone(a); return [c.self === c, c.list[0] === c];
