// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const again = () => queueMicrotask(again); again(); await new Promise(() => {});
