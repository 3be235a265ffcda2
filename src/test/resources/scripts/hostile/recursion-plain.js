// ends: failed Maximum call stack size exceeded
const down = () => down();
return down();
