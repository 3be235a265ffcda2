// ends: stopped it ran longer than {timeout}
const trap = { get x() { for (;;); } };
return trap.x;
