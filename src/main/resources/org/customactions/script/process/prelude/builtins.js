// What the others need of the language, taken before a script can replace it.

const AsyncFunction = (async () => {}).constructor;
const ErrorType = Error;
const RangeErrorType = RangeError;
const TypeErrorType = TypeError;
const PromiseType = Promise;
const MapType = Map;
const SetType = Set;
const Bytes = Uint8Array;
const Decoder = TextDecoder;
const BufferType = ArrayBuffer;
const { isView } = ArrayBuffer;
const bigint = BigInt;
const text = String;
const encodeComponent = encodeURIComponent;
const { isArray } = Array;
const { fromCharCode } = String;
const { floor } = Math;
const { parse, stringify } = JSON;
const { defineProperty, keys } = Object;
const { apply } = Reflect;
const { charCodeAt, includes, indexOf, lastIndexOf, padEnd, slice, split, toLowerCase, toWellFormed } = String.prototype;
const { join, slice: sliceArray, sort: sortArray } = Array.prototype;
const { toString: numberToString } = Number.prototype;
const { forEach: mapForEach, get: mapGet, set: mapSet, delete: mapDelete } = Map.prototype;
const { forEach: setForEach, add: setAdd, has: setHas, delete: setDelete } = Set.prototype;
const { subarray } = Uint8Array.prototype;
const { then } = Promise.prototype;
const { decode: decodeUtf8 } = TextDecoder.prototype;
const { iterator, toStringTag } = Symbol;
const nothing = Object.create(null);
const milliseconds = performance.now;

const HEX = '0123456789ABCDEF';
const MAX_LINES = 100;
const MAX_LINE = 1000;

/** The service's side: takes the name of what to do and texts or a buffer, and gives a text. A script never gets it. */
let host;

const shorten = (line) => apply(slice, line, [0, MAX_LINE]);

let lines = 0;

/** Writes a line to the console, unless it is full. */
function writeLine(line) {
    if (lines < MAX_LINES) {
        lines++;
        host('log', shorten(line));
    }
}

/** What the service has to say about the script; there is room for it whatever the script wrote. */
function ignored(what) {
    host('log', shorten('ignored: ' + what));
}

function define(target, name, value) {
    defineProperty(target, name, { __proto__: null, value, writable: true, enumerable: false, configurable: true });
}

/** An error with the name that browsers give it. */
function namedError(name, message) {
    const error = new ErrorType(message);
    define(error, 'name', name);
    return error;
}

function isEvery(chars, test) {
    for (let i = 0; i < chars.length; i++) {
        if (!test(chars[i])) {
            return false;
        }
    }
    return true;
}
