// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
return new Promise((resolve) => {
  const next = { then(f) { f(next); } };
  resolve(next);
});
