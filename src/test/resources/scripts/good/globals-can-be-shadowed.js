// ends: completed ["mine",5]
const URL = 'mine'; atob = 5; return [URL, atob];
