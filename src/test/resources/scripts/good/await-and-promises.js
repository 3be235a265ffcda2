// ends: completed [1,2,"late"]
const late = Promise.resolve().then(() => 'late');
const [one, two] = await Promise.all([1, Promise.resolve(2)]);
return [one, two, await late];
