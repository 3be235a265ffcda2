// ends: failed Code made by a script is longer
return eval('1+'.repeat(1e5) + '1');
