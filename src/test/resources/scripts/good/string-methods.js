// ends: completed ["a-b-c","abbc",["x","y"],true,2]
return ['a.b.c'.replaceAll('.', '-'), 'abc'.replace('b', '$&$&'), 'x,y'.split(','), 'abc'.includes('bc'), 'abcb'.indexOf('c')];
