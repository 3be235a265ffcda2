// ends: completed 1
Promise.reject(new Error('lost')); return 1;
