// ends: failed no plan
await Promise.reject(new Error('no plan'));
