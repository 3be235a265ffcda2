// ends: stopped it ran longer than {timeout}
await new Promise((resolve) => setTimeout(resolve, 3600000));
