// ends: completed ["object","function","undefined"]
return [typeof console, typeof console.table, typeof console.profile];
