// ends: completed "slow"
return Promise.race([new Promise(() => {}), new Promise((resolve) => setTimeout(resolve, 5, 'slow'))]);
