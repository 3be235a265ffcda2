// ends: stopped it ran longer than {timeout}
const down = () => { try { down(); } finally { down(); } };
down();
