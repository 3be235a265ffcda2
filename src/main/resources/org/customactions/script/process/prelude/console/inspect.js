// Shows values as a line of the console: objects as JSON, and what JSON has no words for in words.

const MAX_DEPTH = 50;
const MAX_TAG = 100;

function show(value) {
    if (typeof value === 'string') {
        return value;
    }
    try {
        return inspect(value, { __proto__: null, room: MAX_LINE, above: new SetType() });
    } catch {
        return '[unreadable]';
    }
}

/** Text that was counted against the room of the line. */
function counted(state, written) {
    state.room -= written.length;
    return written;
}

function inspect(value, state) {
    if (typeof value === 'string') {
        return counted(state, stringify(shorten(value)));
    }
    if (typeof value === 'bigint') {
        return counted(state, shorten(text(value)) + 'n');
    }
    if (typeof value === 'function') {
        return counted(state, functionName(value));
    }
    if (typeof value !== 'object' || value === null) {
        return counted(state, text(value));
    }
    if (state.above.size > MAX_DEPTH || state.room <= 0) {
        return '…';
    }
    if (apply(setHas, state.above, [value])) {
        return counted(state, '[circular]');
    }
    apply(setAdd, state.above, [value]);
    const shown = inspectObject(value, state);
    apply(setDelete, state.above, [value]);
    return shown;
}

const functionName = (value) =>
    typeof value.name === 'string' && value.name !== '' ? `[function ${shorten(value.name)}]` : '[function]';

function inspectObject(value, state) {
    if (value instanceof ErrorType) {
        return counted(state, shorten(text(value))) + inspectCause(value, state);
    }
    if (isArray(value)) {
        return inspectList(value, state);
    }
    if (value instanceof MapType) {
        return inspectMap(value, state);
    }
    if (value instanceof SetType) {
        return inspectSet(value, state);
    }
    if (isView(value) && typeof value.length === 'number') {
        return counted(state, nameOfClass(value) + ' ') + inspectList(value, state);
    }
    if (typeof value.toJSON === 'function') {
        return inspect(value.toJSON(), state);
    }
    const wrapped = inspectWrapped(value);
    return wrapped === undefined ? inspectFields(value, state) : counted(state, wrapped);
}

/** What is an object and reads best as text. */
function inspectWrapped(value) {
    const name = nameOfClass(value);
    switch (name) {
        case 'RegExp':
        case 'URLSearchParams':
            return shorten(text(value));
        case 'Boolean':
        case 'Number':
        case 'String':
            return stringify(value.valueOf());
        case 'Promise':
            return 'Promise {await it to see its value}';
        case 'WeakMap':
        case 'WeakSet':
        case 'WeakRef':
        case 'ArrayBuffer':
            return name + ' {}';
        default:
            return undefined;
    }
}

function nameOfClass(value) {
    const name = value.constructor?.name;
    return typeof name === 'string' ? apply(slice, name, [0, MAX_TAG]) : '';
}

function inspectCause(error, state) {
    const cause = error.cause;
    return cause === undefined ? '' : counted(state, ', because of ') + inspect(cause, state);
}

function inspectList(list, state) {
    let shown = counted(state, '[');
    for (let i = 0; i < list.length && state.room > 0; i++) {
        shown += (i === 0 ? '' : counted(state, ',')) + inspect(list[i], state);
    }
    return shown + ']';
}

function inspectMap(map, state) {
    const size = map.size;
    let shown = counted(state, `Map(${size}) {`);
    let isFirst = true;
    // There is no way to end it early, so only what has room is inspected.
    apply(mapForEach, map, [
        (value, key) => {
            if (state.room > 0) {
                shown += (isFirst ? '' : counted(state, ',')) + inspect(key, state) + counted(state, ' => ') + inspect(value, state);
                isFirst = false;
            }
        },
    ]);
    return shown + '}';
}

function inspectSet(set, state) {
    let shown = counted(state, `Set(${set.size}) {`);
    let isFirst = true;
    apply(setForEach, set, [
        (value) => {
            if (state.room > 0) {
                shown += (isFirst ? '' : counted(state, ',')) + inspect(value, state);
                isFirst = false;
            }
        },
    ]);
    return shown + '}';
}

function inspectFields(value, state) {
    const name = nameOfClass(value);
    const names = keys(value);
    let shown = counted(state, (name === '' || name === 'Object' ? '' : name + ' ') + '{');
    for (let i = 0; i < names.length && state.room > 0; i++) {
        shown += (i === 0 ? '' : counted(state, ',')) + counted(state, stringify(shorten(names[i])) + ':');
        shown += inspect(value[names[i]], state);
    }
    return shown + '}';
}
