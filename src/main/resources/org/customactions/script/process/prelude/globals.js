// Globals of browsers. A script gets those whose names stand in its code, and each is made when it is first read.

let theUrls;
let theBase64;

const urls = () => (theUrls ??= url());
const base64 = () => (theBase64 ??= encoding());
const clocks = () => (theTimers ??= timers());

const GLOBALS = {
    __proto__: null,
    URL: () => urls().URL,
    URLSearchParams: () => urls().URLSearchParams,
    atob: () => base64().atob,
    btoa: () => base64().btoa,
    structuredClone: clone,
    setTimeout: () => clocks().setTimeout,
    clearTimeout: () => clocks().clearTimeout,
    queueMicrotask: () => clocks().queueMicrotask,
    crypto: cryptography,
    console: consoles,
};

/** Code in which one of these stands may ask for a global without its name. */
const LEADING_ANYWHERE = ['globalThis', 'this', 'eval', 'Function', 'constructor', '\\u'];

return {
    __proto__: null,

    /** What makes each of them. */
    globals: GLOBALS,

    mentioned(code) {
        const names = keys(GLOBALS);
        if (!isEvery(LEADING_ANYWHERE, (word) => !apply(includes, code, [word]))) {
            return apply(join, names, [',']);
        }
        const found = [];
        for (let i = 0; i < names.length; i++) {
            if (apply(includes, code, [names[i]])) {
                found[found.length] = names[i];
            }
        }
        return apply(join, found, [',']);
    },
};
