// ends: stopped it ran longer than {timeout}
setTimeout(() => { for (;;); }); await new Promise(() => {});
