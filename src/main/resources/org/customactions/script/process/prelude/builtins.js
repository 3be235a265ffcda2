// What the globals of browsers need of the language besides, taken before a script can replace it.

const TypeErrorType = TypeError;
const Bytes = Uint8Array;
const Decoder = TextDecoder;
const BufferType = ArrayBuffer;
const { isView } = ArrayBuffer;
const encodeComponent = encodeURIComponent;
const { fromCharCode } = String;
const { floor } = Math;
const { charCodeAt, includes, lastIndexOf, padEnd, toLowerCase, toWellFormed } = String.prototype;
const { slice: sliceArray, sort: sortArray } = Array.prototype;
const { toString: numberToString } = Number.prototype;
const { forEach: mapForEach, get: mapGet, set: mapSet, delete: mapDelete } = Map.prototype;
const { forEach: setForEach, add: setAdd, has: setHas, delete: setDelete } = Set.prototype;
const { subarray } = Uint8Array.prototype;
const { then } = Promise.prototype;
const { decode: decodeUtf8 } = TextDecoder.prototype;
const { iterator, toStringTag } = Symbol;
const milliseconds = performance.now;

const HEX = '0123456789ABCDEF';
const MAX_LINES = 100;

let lines = 0;

/** Writes a line to the console, unless it is full. */
function writeLine(line) {
    if (lines < MAX_LINES) {
        lines++;
        host('log', shorten(line));
    }
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
