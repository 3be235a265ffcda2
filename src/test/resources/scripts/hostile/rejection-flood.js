// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
for (;;) Promise.reject(new Error('x'));
