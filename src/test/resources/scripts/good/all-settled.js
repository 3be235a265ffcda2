// ends: completed ["fulfilled","rejected"]
return (await Promise.allSettled([1, Promise.reject(new Error('x'))])).map((r) => r.status);
