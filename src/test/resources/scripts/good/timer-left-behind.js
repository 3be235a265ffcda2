// ends: completed "done"
setTimeout(() => { throw new Error('late'); }, 30000); return 'done';
