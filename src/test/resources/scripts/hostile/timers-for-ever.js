// ends: stopped it ran longer than {timeout}
const again = () => setTimeout(again); again(); await new Promise(() => {});
