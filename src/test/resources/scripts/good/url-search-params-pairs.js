// ends: completed "a=1&b=2&c=%26"
return new URLSearchParams([['a', 1], ['b', 2], new Set(['c', '&'])]).toString();
