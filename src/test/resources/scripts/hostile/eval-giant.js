// ends: stopped it ran longer than 0.4 s
// ends: failed Maximum call stack size exceeded
return eval('1+'.repeat(1e5) + '1');
