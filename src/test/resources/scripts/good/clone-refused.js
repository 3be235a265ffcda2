// ends: completed ["DataCloneError","DataCloneError","DataCloneError"]
return [() => 1, Symbol('x'), Promise.resolve()].map((v) => { try { structuredClone({ v }); } catch (e) { return e.name; } });
