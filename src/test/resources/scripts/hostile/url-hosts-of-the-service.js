// ends: stopped it ran longer than {timeout}
for (let i = 0; ; i++) new URL(`http://${'ü'.repeat(900)}${i}.example/`);
