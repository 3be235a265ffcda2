// ends: completed ["TypeError","TypeError"]
return [() => setTimeout('1', 1), () => queueMicrotask()].map((f) => { try { f(); } catch (e) { return e.name; } });
