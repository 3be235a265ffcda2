// ends: completed [["1","22"],"a-b-c",2,["x","y"]]
return ['a1b22'.match(/\d+/g), 'a b c'.replaceAll(/\s/g, '-'), 'abc'.search(/c/), 'x1y'.split(/\d/)];
