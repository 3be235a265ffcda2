// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const prefix = 'x'.repeat(1e6);
const texts = ['a', 'b', 'c'].map((end) => prefix + end);
return Array.from({ length: 50000 }, (_, i) => texts[i % 3]).sort()[0].length;
