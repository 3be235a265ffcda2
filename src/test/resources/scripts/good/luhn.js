// ends: completed [true,false]
const isValid = (n) => [...n].reverse().map(Number).reduce((sum, d, i) => sum + (i % 2 ? (d * 2 > 9 ? d * 2 - 9 : d * 2) : d), 0) % 10 === 0;
return ['4539578763621486', '4539578763621487'].map(isValid);
