// ends: stopped it ran longer than {timeout}
// ends: failed Maximum call stack size exceeded
const down = () => down();
return down();
