// ends: completed "TypeMismatchError"
try { crypto.getRandomValues(new Float64Array(1)); } catch (e) { return e.name; }
