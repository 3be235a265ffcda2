// ends: completed [null,[],false]
const p = new URLSearchParams(''); return [p.get('x'), p.getAll('x'), p.has('x')];
