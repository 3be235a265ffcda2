// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
// ends: completed "{}"
return JSON.stringify({}, Array(1e5).fill('x'));
