// console, whose methods never throw. A line goes to the service as soon as it is written.

const MAX_INDENT = 20;

function lineOf(values) {
    let line = '';
    let next = 0;
    if (typeof values[0] === 'string' && values.length > 1 && apply(includes, values[0], ['%'])) {
        const filled = fillPlaceholders(values);
        line = filled.line;
        next = filled.next;
    }
    for (let i = next; i < values.length && line.length < MAX_LINE; i++) {
        line += (i === 0 ? '' : ' ') + shorten(show(values[i]));
    }
    return line;
}

/** Fills `%s`, `%d`, `%i`, `%f`, `%j`, `%o` and `%O` of the first value with those that follow; `%c` takes one and shows none. */
function fillPlaceholders(values) {
    const format = shorten(values[0]);
    let line = '';
    let next = 1;
    for (let i = 0; i < format.length; i++) {
        const kind = format[i] === '%' ? format[i + 1] : undefined;
        if (kind === '%') {
            line += '%';
            i++;
        } else if (kind !== undefined && next < values.length && apply(includes, 'sdifjoOc', [kind])) {
            line += shorten(placeholder(kind, values[next++]));
            i++;
        } else {
            line += format[i];
        }
    }
    return { __proto__: null, line, next };
}

function placeholder(kind, value) {
    if (kind === 'c') {
        return '';
    }
    if (kind === 'd' || kind === 'i' || kind === 'f') {
        try {
            const number = typeof value === 'bigint' || typeof value === 'symbol' ? value : +value;
            return text(kind === 'i' && typeof number === 'number' ? (number < 0 ? -floor(-number) : floor(number)) : number);
        } catch {
            return 'NaN';
        }
    }
    return show(value);
}

let indent = '';
const counts = new MapType();
const starts = new MapType();

const write = (...values) => {
    if (lines < MAX_LINES) {
        writeLine(indent + lineOf(values));
    }
};
const labelOf = (label) => (label === undefined ? 'default' : shorten(show(label)));
const group = (...values) => {
    if (values.length > 0) {
        write(...values);
    }
    indent = indent.length < MAX_INDENT ? indent + '  ' : indent;
};
const elapsed = (label, values) => {
    const start = apply(mapGet, starts, [label]);
    if (start === undefined) {
        write(`There is no timer ${label}`);
    } else {
        write(`${label}: ${floor(milliseconds() - start)} ms`, ...values);
    }
};
const methods = {
    __proto__: null,
    assert: (isTrue, ...values) => {
        if (!isTrue) {
            write('Assertion failed' + (values.length > 0 ? ':' : ''), ...values);
        }
    },
    clear: () => {},
    count: (label) => {
        const name = labelOf(label);
        const count = (apply(mapGet, counts, [name]) ?? 0) + 1;
        apply(mapSet, counts, [name, count]);
        write(`${name}: ${count}`);
    },
    countReset: (label) => {
        apply(mapDelete, counts, [labelOf(label)]);
    },
    debug: write,
    dir: (value) => write(value),
    dirxml: write,
    error: write,
    group,
    groupCollapsed: group,
    groupEnd: () => {
        indent = apply(slice, indent, [2]);
    },
    info: write,
    log: write,
    table: (data, columns) => writeTable(data, columns, write),
    time: (label) => {
        apply(mapSet, starts, [labelOf(label), milliseconds()]);
    },
    timeEnd: (label) => {
        elapsed(labelOf(label), []);
        apply(mapDelete, starts, [labelOf(label)]);
    },
    timeLog: (label, ...values) => elapsed(labelOf(label), values),
    trace: (...values) => {
        const stack = `${new ErrorType().stack}`;
        const frames = apply(indexOf, stack, ['\n']);
        write('Trace' + (values.length > 0 ? ': ' + lineOf(values) : '') + (frames < 0 ? '' : apply(slice, stack, [frames])));
    },
    warn: write,
};
const console = {};
const names = keys(methods);
for (let i = 0; i < names.length; i++) {
    define(console, names[i], methods[names[i]]);
}
return console;
