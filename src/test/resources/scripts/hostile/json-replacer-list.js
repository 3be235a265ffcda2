// ends: failed The list of names
return JSON.stringify({}, Array(1e5).fill('x'));
