// ends: completed 1
await new Promise((resolve) => setTimeout(resolve, 20)); return 1;
