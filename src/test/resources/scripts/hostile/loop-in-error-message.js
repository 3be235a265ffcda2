// ends: stopped it ran longer than 0.4 s
const error = new Error('x');
Object.defineProperty(error, 'message', { get() { for (;;); } });
throw error;
