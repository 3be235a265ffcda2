// ends: stopped it ran longer than {timeout}
const view = new Uint8Array(65536); for (;;) crypto.getRandomValues(view);
