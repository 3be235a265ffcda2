// setTimeout, clearTimeout and queueMicrotask. The service waits while a script does, within its time limit.

function requireFunction(name, callback) {
    if (typeof callback !== 'function') {
        throw new TypeErrorType(name + ' takes a function');
    }
}

/** Nobody could catch what it throws. */
function guarded(callback, args) {
    try {
        apply(callback, undefined, args);
    } catch (error) {
        uncaught(error);
    }
}

const settled = PromiseType.resolve();
const timers = new MapType();
let last = 0;

/** The timer that is due first, with its id; undefined if there is none. */
function next() {
    let first;
    apply(mapForEach, timers, [
        (timer, id) => {
            if (first === undefined || timer.at < first.timer.at) {
                first = { __proto__: null, id, timer };
            }
        },
    ]);
    return first;
}

return {
    __proto__: null,

    setTimeout(callback, delay = 0, ...args) {
        requireFunction('setTimeout', callback);
        const wait = +delay;
        const at = milliseconds() + (wait > 0 ? wait : 0);
        apply(mapSet, timers, [++last, { __proto__: null, at, callback, args }]);
        return last;
    },

    clearTimeout(id = undefined) {
        apply(mapDelete, timers, [+id]);
    },

    queueMicrotask(callback) {
        requireFunction('queueMicrotask', callback);
        apply(then, settled, [() => guarded(callback, [])]);
    },

    /** Milliseconds until the next timer is due; null if there is none. */
    wait() {
        const first = next();
        return first === undefined ? null : first.timer.at - milliseconds();
    },

    /** Calls the timer that is due first. */
    fire() {
        const { id, timer } = next();
        apply(mapDelete, timers, [id]);
        guarded(timer.callback, timer.args);
    },
};
