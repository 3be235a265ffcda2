// ends: completed "no"
const p = Promise.reject(new Error('no')); await null; return p.catch((e) => e.message);
