// ends: completed []
const seen = []; const id = setTimeout(() => seen.push(1), 1); clearTimeout(id); clearTimeout(); clearTimeout('x'); await new Promise((resolve) => setTimeout(resolve, 5)); return seen;
