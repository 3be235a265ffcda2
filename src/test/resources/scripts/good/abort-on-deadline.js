// ends: completed "late"
const late = new Promise((_, reject) => setTimeout(reject, 5, new Error('late'))); return Promise.race([new Promise(() => {}), late]).catch((e) => e.message);
