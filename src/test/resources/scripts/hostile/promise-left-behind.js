// ends: stopped it ran longer than 0.4 s
// ends: stopped it used too much memory
const spin = async () => { for (;;) await 0; };
spin();
return 1;
