// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
const spin = async () => { for (;;) await 0; };
spin();
return 1;
