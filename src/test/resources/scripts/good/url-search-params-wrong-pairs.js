// ends: completed "TypeError"
try { new URLSearchParams([['a']]); } catch (e) { return e.name; }
