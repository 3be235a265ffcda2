// ends: failed 
return eval('('.repeat(30000) + '1' + ')'.repeat(30000));
