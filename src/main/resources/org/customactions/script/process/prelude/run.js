// Runs the script and tells how it ended.

const UNREADABLE = 'The script threw a value that cannot be shown';
/** What a page cannot say, because the service knows it. */
const PEOPLE = ['contact', 'user', 'organization'];
/** What is read of a returned object. */
const STEERS = ['toast', 'clipboard', 'url', 'message', 'success', 'open_in_new_tab'];
const { setUnhandledPromiseRejectionHandler } = Graal;
delete globalThis.Graal;

const report = { __proto__: nothing, status: 'pending', json: undefined, message: undefined, error: undefined };
let bigints = 0;
let mark;
let theTimers;
let theGlobals;

const usualGlobals = () => (theGlobals ??= usual());

/** Defines a global that is made when it is first read, and that a script may replace. */
function defineLater(name, make) {
    defineProperty(globalThis, name, {
        __proto__: null,
        get() {
            const value = make();
            define(globalThis, name, value);
            return value;
        },
        set(value) {
            define(globalThis, name, value);
        },
        enumerable: false,
        configurable: true,
    });
}

function messageOf(error) {
    try {
        if (typeof error === 'object' && error !== null && !(error instanceof ErrorType)) {
            return typeof error.message === 'string' && error.message !== '' ? shorten(error.message) : shorten(stringify(error));
        }
        if (!(error instanceof ErrorType)) {
            return shorten(text(error));
        }
        return shorten(text(error.message)) || shorten(text(error.name));
    } catch {
        return UNREADABLE;
    }
}

function fail(error) {
    report.error = error;
    report.message = messageOf(error);
    report.status = 'failed';
}

/** For what was thrown where no script can catch it: the script fails, unless it has ended. */
function uncaught(error) {
    if (report.status === 'pending') {
        fail(error);
    } else {
        ignored('an error after the end: ' + messageOf(error));
    }
}

function complete(value) {
    try {
        const json = stringifyExactly(value);
        if (report.status === 'pending') {
            tellLost(value, json);
            report.json = json;
            report.status = 'completed';
        }
    } catch (error) {
        if (!(error instanceof RangeErrorType) || error.message !== 'Invalid string length') {
            throw error;
        }
        report.status = 'oversize';
    }
}

/** Tells of what was returned and gets lost, because JSON has no words for it. */
function tellLost(value, json) {
    if (json === undefined) {
        if (value !== undefined) {
            ignored(typeof value === 'function' ? 'a function was returned; return what it gives, as in return main()' : 'a symbol was returned');
        } else if (theTimers !== undefined && theTimers.wait() !== null) {
            ignored('a timer was not waited for; write await, or return, in front of the promise that it ends');
        }
        return;
    }
    if (typeof value !== 'object' || value === null || isArray(value)) {
        return;
    }
    if (value instanceof MapType || value instanceof SetType) {
        ignored('a Map or Set was returned, which JSON cannot hold; return Object.fromEntries(map) or [...set]');
        return;
    }
    for (let i = 0; i < STEERS.length; i++) {
        tellLostField(STEERS[i], value[STEERS[i]]);
    }
    if (typeof value.toast === 'object' && value.toast !== null) {
        tellLostField('toast.message', value.toast.message);
        tellLostField('toast.type', value.toast.type);
    }
}

function tellLostField(name, value) {
    if (value instanceof PromiseType) {
        ignored(`${name} is a promise; write await in front of it`);
    } else if (typeof value === 'function') {
        ignored(`${name} is a function; call it`);
    } else if (typeof value === 'symbol') {
        ignored(`${name} is a symbol`);
    } else if (value instanceof MapType || value instanceof SetType) {
        ignored(`${name} is a Map or Set, which JSON cannot hold`);
    }
}

async function settle(body) {
    try {
        complete(await body());
    } catch (error) {
        if (report.status === 'pending') {
            fail(error);
        }
    }
}

/** Writes JSON as the engine does, and a BigInt as its digits. */
function stringifyExactly(value, replacer, space) {
    const before = bigints;
    const json = stringify(value, typeof replacer === 'function' ? replacingExactly(replacer) : replacer, space);
    return bigints === before || json === undefined ? json : withDigits(json);
}

/** The engine has no words for a BigInt, so it writes a text with a mark that nobody can know. */
function bigintToJson() {
    bigints++;
    mark ??= host('random', 12);
    return mark + text(this);
}

function replacingExactly(replacer) {
    return function (key, value) {
        const isMarked = typeof value === 'string' && mark !== undefined && apply(slice, value, [0, mark.length]) === mark;
        const replaced = apply(replacer, this, [key, isMarked ? bigint(apply(slice, value, [mark.length])) : value]);
        return typeof replaced === 'bigint' ? apply(bigintToJson, replaced, []) : replaced;
    };
}

function withDigits(json) {
    const written = stringify(mark);
    const parts = apply(split, json, [apply(slice, written, [0, -1])]);
    for (let i = 1; i < parts.length; i++) {
        const end = apply(indexOf, parts[i], ['"']);
        parts[i] = apply(slice, parts[i], [0, end]) + apply(slice, parts[i], [end + 1]);
    }
    return apply(join, parts, ['']);
}

/** Numbers of many digits come as texts with a mark; those that a number would round become a BigInt. */
function parseExactly(json, numberMark) {
    return parse(json, (key, value) => {
        if (typeof value !== 'string' || apply(slice, value, [0, numberMark.length]) !== numberMark) {
            return value;
        }
        const digits = apply(slice, value, [numberMark.length]);
        return text(+digits) === digits ? +digits : bigint(digits);
    });
}

return {
    __proto__: null,

    /** Undefined when the code is the body of an async function, else the parser's message. */
    check(code) {
        try {
            new AsyncFunction(code);
            return undefined;
        } catch (error) {
            return text(error.message);
        }
    },

    /** The globals of browsers that the code may ask for, with commas between them. */
    mentioned: (code) => usualGlobals().mentioned(code),

    /**
     * Starts the script. The report, which it gives, is filled once the jobs that it left behind have run, or its
     * timers.
     *
     * @param numberMark what the texts begin with that are numbers of many digits; empty if there are none
     * @param mentioned what the script may ask for
     */
    run(body, contextJson, numberMark, mentioned, service) {
        host = service;
        const variables = numberMark === '' ? parse(contextJson) : parseExactly(contextJson, numberMark);
        define(globalThis, 'context', variables);
        for (const name of keys(variables)) {
            define(globalThis, name, variables[name]);
        }
        if (variables.context) {
            for (const name of PEOPLE) {
                variables.context[name] = variables[name];
            }
        }
        define(BigInt.prototype, 'toJSON', bigintToJson);
        define(JSON, 'stringify', stringifyExactly);
        if (mentioned !== '') {
            for (const name of apply(split, mentioned, [','])) {
                defineLater(name, usualGlobals().globals[name]);
            }
        }
        setUnhandledPromiseRejectionHandler((reason) => {
            ignored('a promise was rejected, and nothing waited for it: ' + messageOf(reason));
        });
        settle(body);
        return report;
    },

    /** Milliseconds until the next timer is due; null if there is none. */
    wait: () => theTimers?.wait() ?? null,

    /** Calls the timer that is due first. */
    fire: () => theTimers.fire(),
};
