// ends: stopped it ran longer than 0.4 s
const down = () => { try { down(); } finally { down(); } };
down();
