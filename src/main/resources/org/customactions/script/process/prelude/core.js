// What running a script needs of the language, taken before the script can replace it.

const AsyncFunction = (async () => {}).constructor;
const ErrorType = Error;
const RangeErrorType = RangeError;
const PromiseType = Promise;
const MapType = Map;
const SetType = Set;
const bigint = BigInt;
const text = String;
const { isArray } = Array;
const { parse, stringify } = JSON;
const { defineProperty, keys } = Object;
const { apply } = Reflect;
const { indexOf, slice, split } = String.prototype;
const { join } = Array.prototype;
const nothing = Object.create(null);

const MAX_LINE = 1000;

/** The service's side: takes the name of what to do and texts or a buffer, and gives a text. A script never gets it. */
let host;

const shorten = (line) => apply(slice, line, [0, MAX_LINE]);

/** What the service has to say about the script; there is room for it whatever the script wrote. */
function ignored(what) {
    host('log', shorten('ignored: ' + what));
}

function define(target, name, value) {
    defineProperty(target, name, { __proto__: null, value, writable: true, enumerable: false, configurable: true });
}
