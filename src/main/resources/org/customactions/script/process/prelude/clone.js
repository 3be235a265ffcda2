// structuredClone.

const CANNOT_BE_CLONED = ['Promise', 'WeakMap', 'WeakSet', 'WeakRef', 'Generator', 'URL', 'URLSearchParams', 'CryptoKey'];

const notCloned = (what) => namedError('DataCloneError', what + ' cannot be cloned');

const DateType = Date;
const RegExpType = RegExp;
const { toString: tagOf } = Object.prototype;
const { getTime } = Date.prototype;
const { slice: sliceBuffer, transfer: transferBuffer } = ArrayBuffer.prototype;
const Wrapped = [Boolean, Number, String, BigInt];
const Errors = { __proto__: null, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
const Views = { __proto__: null, DataView };
const typed = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array];
const others = [Float16Array, Float32Array, Float64Array, BigInt64Array, BigUint64Array];
for (const View of [...typed, ...others]) {
    Views[View.name] = View;
}

function clone(value, seen) {
    if (typeof value === 'function' || typeof value === 'symbol') {
        throw notCloned(typeof value === 'symbol' ? 'A symbol' : 'A function');
    }
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    const known = apply(mapGet, seen, [value]);
    if (known !== undefined) {
        return known;
    }
    const copy = emptyCopy(value, seen);
    apply(mapSet, seen, [value, copy]);
    fill(copy, value, seen);
    return copy;
}

function emptyCopy(value, seen) {
    const tag = apply(slice, apply(tagOf, value, []), [8, -1]);
    for (let i = 0; i < CANNOT_BE_CLONED.length; i++) {
        if (tag === CANNOT_BE_CLONED[i]) {
            throw notCloned(tag);
        }
    }
    for (let i = 0; i < Wrapped.length; i++) {
        if (value instanceof Wrapped[i]) {
            return Object(value.valueOf());
        }
    }
    if (isArray(value)) {
        return [];
    }
    if (value instanceof DateType) {
        return new DateType(apply(getTime, value, []));
    }
    if (value instanceof RegExpType) {
        return new RegExpType(value.source, value.flags);
    }
    if (value instanceof BufferType) {
        return apply(sliceBuffer, value, [0]);
    }
    if (isView(value)) {
        const buffer = clone(value.buffer, seen);
        return new (Views[tag] ?? Bytes)(buffer, value.byteOffset, tag === 'DataView' ? value.byteLength : value.length);
    }
    if (value instanceof ErrorType) {
        return new (Errors[value.name] ?? ErrorType)(`${value.message}`);
    }
    return value instanceof MapType ? new MapType() : value instanceof SetType ? new SetType() : {};
}

function fill(copy, value, seen) {
    if (copy instanceof MapType) {
        apply(mapForEach, value, [(item, key) => apply(mapSet, copy, [clone(key, seen), clone(item, seen)])]);
    } else if (copy instanceof SetType) {
        apply(setForEach, value, [(item) => apply(setAdd, copy, [clone(item, seen)])]);
    } else if (copy instanceof ErrorType) {
        define(copy, 'stack', `${value.stack}`);
        if ('cause' in value) {
            define(copy, 'cause', clone(value.cause, seen));
        }
    } else if (isArray(copy) || (!isView(copy) && apply(tagOf, copy, []) === '[object Object]')) {
        if (isArray(copy)) {
            copy.length = value.length;
        }
        const names = keys(value);
        for (let i = 0; i < names.length; i++) {
            const item = clone(value[names[i]], seen);
            defineProperty(copy, names[i], { __proto__: null, value: item, writable: true, enumerable: true, configurable: true });
        }
    }
}

return function structuredClone(value, options = undefined) {
    if (arguments.length === 0) {
        throw new TypeErrorType('structuredClone needs a value');
    }
    const copy = clone(value, new MapType());
    const buffers = [...(options?.transfer ?? [])];
    for (let i = 0; i < buffers.length; i++) {
        apply(transferBuffer, buffers[i], []);
    }
    return copy;
};
