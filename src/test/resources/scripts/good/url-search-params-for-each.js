// ends: completed ["1=a","2=b"]
const seen = []; new URLSearchParams('a=1&b=2').forEach((value, name) => seen.push(value + '=' + name)); return seen;
