// ends: completed ["TypeError","Invalid URL: nope"]
try { new URL('nope'); } catch (e) { return [e.name, e.message]; }
