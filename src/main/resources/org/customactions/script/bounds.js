// The engine asks a script to stop at its statements and calls, not inside a builtin. A builtin that could loop or
// allocate for long in one step is therefore bounded here by the size of what it is given. What is captured is
// captured before the script runs, and nothing that was replaced can be reached any more.
(function (maxLength, maxCode) {
    'use strict';
    const MAX_WORK = 50000000;
    const { apply, construct } = Reflect;
    const { defineProperty, getOwnPropertyDescriptor, setPrototypeOf, create } = Object;
    const { isArray } = Array;
    const { floor } = Math;
    const { iterator } = Symbol;
    const NativeProxy = Proxy;
    const text = String;
    const has = WeakSet.prototype.has;
    const add = WeakSet.prototype.add;
    const proxies = new WeakSet();

    const put = (target, name, value) =>
        defineProperty(target, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
    const isProxy = (value) => apply(has, proxies, [value]);
    const isPlainArray = (value) => isArray(value) && !isProxy(value);
    const tooLong = (what) => new RangeError(`${what} is longer than ${maxLength}`);

    function replace(target, name, value) {
        const old = getOwnPropertyDescriptor(target, name);
        const label = getOwnPropertyDescriptor(old.value, 'name');
        defineProperty(value, 'name', { __proto__: null, value: label.value, configurable: true });
        defineProperty(value, 'length', { __proto__: null, value: old.value.length, configurable: true });
        defineProperty(target, name, { __proto__: null, ...old, value });
    }

    /** Replaces a method; bound decides what the native one is applied to, or throws. */
    function bind(target, name, bound) {
        const native = target[name];
        const method = {
            call(...args) {
                return bound(native, this, args);
            },
        };
        replace(target, name, method.call);
    }

    function boundArrays() {
        /** An array of its own for what is merely like an array, so that its length is read once. */
        const copyOf = (value) => {
            if (value === null || value === undefined) {
                return value;
            }
            const object = typeof value === 'object' || typeof value === 'function' ? value : text(value);
            const length = floor(+object.length) || 0;
            if (length > maxLength) {
                throw tooLong('This list');
            }
            const copy = [];
            for (let i = 0; i < length; i++) {
                if (typeof object === 'string' || i in object) {
                    put(copy, i, object[i]);
                }
            }
            copy.length = length < 0 ? 0 : length;
            return copy;
        };
        const ofBoundedLength = (array) => {
            if (array.length > maxLength) {
                throw tooLong('This array');
            }
            return array;
        };
        const readable = (value) => (isPlainArray(value) ? ofBoundedLength(value) : copyOf(value));
        const writable = (value) => {
            if (!isPlainArray(value)) {
                throw new TypeError('This method changes arrays only');
            }
            return ofBoundedLength(value);
        };
        /** Reads an iterable or array-like once, so that it cannot be one thing here and another in the builtin. */
        const listOf = (items) => {
            if (items === null || items === undefined || isPlainArray(items)) {
                return items;
            }
            const iterate = items[iterator];
            if (iterate === null || iterate === undefined) {
                return copyOf(items);
            }
            const list = [];
            for (const item of { [iterator]: () => apply(iterate, items, []) }) {
                if (list.length === maxLength) {
                    throw tooLong('This list');
                }
                put(list, list.length, item);
            }
            return list;
        };
        bind(Array, 'from', (native, self, args) => {
            args[0] = listOf(args[0]);
            return apply(native, self, args);
        });

        const { prototype } = Array;
        for (const name of [
            'every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'forEach', 'includes', 'indexOf',
            'join', 'lastIndexOf', 'map', 'reduce', 'reduceRight', 'slice', 'some', 'toLocaleString', 'toReversed',
            'toSpliced', 'with',
        ]) {
            bind(prototype, name, (native, self, args) => apply(native, readable(self), args));
        }
        for (const name of ['copyWithin', 'fill', 'reverse', 'shift', 'splice', 'unshift']) {
            bind(prototype, name, (native, self, args) => apply(native, writable(self), args));
        }

        const byText = (a, b) => {
            const left = text(a);
            const right = text(b);
            return left < right ? -1 : left > right ? 1 : 0;
        };
        const sorted = (native, self, args) =>
            apply(native, self, args[0] === undefined ? [byText] : args);
        bind(prototype, 'sort', (native, self, args) => sorted(native, writable(self), args));
        bind(prototype, 'toSorted', (native, self, args) => sorted(native, readable(self), args));

        const spreadable = Symbol.isConcatSpreadable;
        bind(prototype, 'concat', (native, self, args) => {
            let total = isPlainArray(self) ? ofBoundedLength(self).length : 1;
            const parts = [];
            for (let i = 0; i < args.length; i++) {
                const part = args[i];
                const list = isArray(part) || (typeof part === 'object' && part !== null && part[spreadable]);
                const safe = list ? readable(part) : part;
                total += list ? safe.length : 1;
                if (total > maxLength) {
                    throw tooLong('The array');
                }
                put(parts, i, safe);
            }
            return apply(native, isPlainArray(self) ? self : [self], parts);
        });

        const flatten = (target, source, depth) => {
            for (let i = 0; i < source.length; i++) {
                if (!(i in source)) {
                    continue;
                }
                if (depth > 0 && isArray(source[i])) {
                    flatten(target, readable(source[i]), depth - 1);
                } else {
                    put(target, target.length, source[i]);
                }
            }
            return target;
        };
        const map = prototype.map;
        bind(prototype, 'flat', (native, self, args) =>
            flatten([], readable(self), args[0] === undefined ? 1 : floor(+args[0]) || 0));
        bind(prototype, 'flatMap', (native, self, args) => flatten([], apply(map, readable(self), args), 1));
    }

    function boundStrings() {
        const { prototype } = String;
        const checked = (self, search) => {
            if (self.length * search.length > MAX_WORK) {
                throw new RangeError('The text and what is looked for in it are too long');
            }
        };
        const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';
        const isPattern = (value) =>
            value[Symbol.match] !== undefined || value[Symbol.replace] !== undefined || value[Symbol.split] !== undefined;
        for (const name of ['includes', 'indexOf', 'lastIndexOf', 'replace', 'replaceAll', 'split']) {
            bind(prototype, name, (native, self, args) => {
                if (isObject(args[0]) && !isPattern(args[0])) {
                    args[0] = text(args[0]);
                }
                if (typeof args[0] !== 'string' || self === null || self === undefined) {
                    return apply(native, self, args);
                }
                const whole = text(self);
                checked(whole, args[0]);
                return apply(native, whole, args);
            });
        }
    }

    function boundCode() {
        const ofBoundedLength = (args) => {
            let length = 0;
            for (let i = 0; i < args.length; i++) {
                args[i] = text(args[i]);
                length += args[i].length;
            }
            if (length > maxCode) {
                throw new RangeError(`Code made by a script is longer than ${maxCode}`);
            }
            return args;
        };
        const constructors = [
            function () {}.constructor,
            async function () {}.constructor,
            function* () {}.constructor,
            async function* () {}.constructor,
        ];
        let root;
        for (const native of constructors) {
            const bounded = function (...args) {
                return construct(native, ofBoundedLength(args), new.target ?? native);
            };
            defineProperty(bounded, 'prototype', { value: native.prototype, writable: false });
            replace(native.prototype, 'constructor', bounded);
            if (root === undefined) {
                root = bounded;
                replace(globalThis, 'Function', bounded);
            } else {
                setPrototypeOf(bounded, root);
            }
        }
        bindEval();

        function bindEval() {
            const native = globalThis.eval;
            const bounded = {
                eval(code) {
                    return typeof code === 'string' ? native(ofBoundedLength([code])[0]) : code;
                },
            };
            replace(globalThis, 'eval', bounded.eval);
        }
    }

    function boundProxies() {
        const { revocable } = NativeProxy;
        const track = (proxy) => {
            apply(add, proxies, [proxy]);
            return proxy;
        };
        const bounded = function (target, handler) {
            if (new.target === undefined) {
                throw new TypeError('Proxy is a constructor');
            }
            return track(new NativeProxy(target, handler));
        };
        replace(globalThis, 'Proxy', bounded);
        put(bounded, 'revocable', (target, handler) => {
            const made = revocable(target, handler);
            track(made.proxy);
            return made;
        });
        bounded.prototype = undefined;
    }

    /** The engine's registry of symbols is shared by all runs and never shrinks; each run has its own. */
    function boundSymbols() {
        const symbols = create(null);
        const names = new Map();
        const { get, set } = Map.prototype;
        bind(Symbol, 'for', (native, self, args) => {
            const name = text(args[0]);
            if (symbols[name] === undefined) {
                symbols[name] = Symbol(name);
                apply(set, names, [symbols[name], name]);
            }
            return symbols[name];
        });
        bind(Symbol, 'keyFor', (native, self, args) => apply(get, names, [args[0]]));
    }

    function boundJson() {
        bind(JSON, 'stringify', (native, self, args) => {
            if (isArray(args[1]) && args[1].length > 1000) {
                throw new RangeError('The list of names for JSON.stringify is longer than 1000');
            }
            return apply(native, self, args);
        });
    }

    /** Lists of locales are read with the loops of array-likes; in place of each goes an array of its texts. */
    function boundLocales() {
        const MAX_LOCALES = 100;
        const localeText = Intl.Locale.prototype.toString;
        const isLocale = (value) => {
            try {
                return apply(localeText, value, []) !== undefined;
            } catch {
                return false;
            }
        };
        const listOf = (value) => {
            if (typeof value !== 'object' || value === null || isLocale(value)) {
                return value;
            }
            const length = +value.length || 0;
            if (length > MAX_LOCALES) {
                throw new RangeError(`The list of locales is longer than ${MAX_LOCALES}`);
            }
            const list = [];
            for (let i = 0; i < length; i++) {
                put(list, i, value[i]);
            }
            return list;
        };
        const boundAt = (target, name, position) =>
            bind(target, name, (native, self, args) => {
                if (args.length > position) {
                    args[position] = listOf(args[position]);
                }
                return apply(native, self, args);
            });
        const boundConstructor = (name) => {
            const native = Intl[name];
            const bounded = function (...args) {
                args[0] = listOf(args[0]);
                return new.target === undefined
                    ? apply(native, this, args)
                    : construct(native, args, new.target === bounded ? native : new.target);
            };
            bounded.prototype = native.prototype;
            replace(native.prototype, 'constructor', bounded);
            if (native.supportedLocalesOf !== undefined) {
                put(bounded, 'supportedLocalesOf', native.supportedLocalesOf);
                boundAt(bounded, 'supportedLocalesOf', 0);
            }
            replace(Intl, name, bounded);
        };
        for (const name of [
            'Collator', 'DateTimeFormat', 'DisplayNames', 'ListFormat', 'NumberFormat', 'PluralRules',
            'RelativeTimeFormat', 'Segmenter',
        ]) {
            boundConstructor(name);
        }
        if (Intl.DurationFormat !== undefined) {
            boundConstructor('DurationFormat');
        }
        boundAt(Intl, 'getCanonicalLocales', 0);
        boundAt(String.prototype, 'localeCompare', 1);
        boundAt(String.prototype, 'toLocaleLowerCase', 0);
        boundAt(String.prototype, 'toLocaleUpperCase', 0);
        boundAt(Number.prototype, 'toLocaleString', 0);
        boundAt(Array.prototype, 'toLocaleString', 0);
        boundAt(Object.getPrototypeOf(Int8Array.prototype), 'toLocaleString', 0);
        for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
            boundAt(Date.prototype, name, 0);
        }
    }

    boundLocales();
    boundProxies();
    boundArrays();
    boundStrings();
    boundCode();
    boundSymbols();
    boundJson();
});
