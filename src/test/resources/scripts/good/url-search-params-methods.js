// ends: completed [["1","3"],"1",true,false,2,"b=2","a=1&a=3&b=2"]
const p = new URLSearchParams('a=1&b=2&a=3'); p.sort(); const sorted = p.toString(); const all = p.getAll('a'); const one = p.get('a'); p.delete('a', '1'); const left = [p.has('a'), p.has('a', '1')]; const size = p.size; p.delete('a'); return [all, one, ...left, size, p.toString(), sorted];
