// ends: stopped it ran longer than {timeout}
setTimeout(() => {}, 1e9); clearTimeout({ valueOf() { for (;;); } });
