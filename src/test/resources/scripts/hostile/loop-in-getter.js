// ends: stopped it ran longer than 0.4 s
const trap = { get x() { for (;;); } };
return trap.x;
