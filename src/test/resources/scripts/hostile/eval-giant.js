// ends: stopped it ran longer than {timeout}
// ends: failed Maximum call stack size exceeded
return eval('1+'.repeat(1e5) + '1');
