// URLSearchParams: a list of names and values, written as a form is.

const replacePairs = Symbol();

const { URLSearchParams, Owner, replace } = (() => {
    /** Tells a URL of changes. Only the URL class makes one, so a script cannot hand one in. */
    class Owner {
        constructor(changed) {
            this.changed = changed;
        }
    }

    class URLSearchParams {
        #pairs = [];
        #owner = undefined;

        constructor(init = '', owner = undefined) {
            if (owner instanceof Owner) {
                this.#owner = owner;
                this.#pairs = parseForm(init);
            } else if (typeof init === 'object' || typeof init === 'function') {
                this.#pairs = init === null ? parseForm('null') : pairsOf(init);
            } else {
                const form = wellFormed(init);
                this.#pairs = parseForm(form[0] === '?' ? apply(slice, form, [1]) : form);
            }
        }

        get size() {
            return this.#pairs.length;
        }

        append(name, value) {
            this.#pairs[this.#pairs.length] = [wellFormed(name), wellFormed(value)];
            this.#change();
        }

        delete(name, value) {
            this.#keep((pair) => !isPair(pair, name, value));
            this.#change();
        }

        get(name) {
            const found = this.#find(name);
            return found < 0 ? null : this.#pairs[found][1];
        }

        getAll(name) {
            const values = [];
            for (let i = 0; i < this.#pairs.length; i++) {
                if (isPair(this.#pairs[i], name)) {
                    values[values.length] = this.#pairs[i][1];
                }
            }
            return values;
        }

        has(name, value) {
            return this.#find(name, value) >= 0;
        }

        set(name, value) {
            const found = this.#find(name);
            if (found < 0) {
                this.append(name, value);
                return;
            }
            const first = this.#pairs[found];
            first[1] = wellFormed(value);
            this.#keep((pair) => pair === first || !isPair(pair, name));
            this.#change();
        }

        sort() {
            apply(sortArray, this.#pairs, [(a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)]);
            this.#change();
        }

        forEach(callback, self) {
            for (let i = 0; i < this.#pairs.length; i++) {
                apply(callback, self, [this.#pairs[i][1], this.#pairs[i][0], this]);
            }
        }

        *entries() {
            for (let i = 0; i < this.#pairs.length; i++) {
                yield [this.#pairs[i][0], this.#pairs[i][1]];
            }
        }

        *keys() {
            for (let i = 0; i < this.#pairs.length; i++) {
                yield this.#pairs[i][0];
            }
        }

        *values() {
            for (let i = 0; i < this.#pairs.length; i++) {
                yield this.#pairs[i][1];
            }
        }

        [iterator]() {
            return this.entries();
        }

        toString() {
            return writeForm(this.#pairs);
        }

        get [toStringTag]() {
            return 'URLSearchParams';
        }

        static [replacePairs](params, form) {
            params.#pairs = parseForm(form);
        }

        #find(name, value) {
            for (let i = 0; i < this.#pairs.length; i++) {
                if (isPair(this.#pairs[i], name, value)) {
                    return i;
                }
            }
            return -1;
        }

        #keep(test) {
            let length = 0;
            for (let i = 0; i < this.#pairs.length; i++) {
                if (test(this.#pairs[i])) {
                    this.#pairs[length++] = this.#pairs[i];
                }
            }
            this.#pairs.length = length;
        }

        #change() {
            this.#owner?.changed(writeForm(this.#pairs));
        }
    }
    const replace = URLSearchParams[replacePairs];
    delete URLSearchParams[replacePairs];
    return { __proto__: null, URLSearchParams, Owner, replace };
})();

/** A text without halves of surrogate pairs. */
const wellFormed = (value) => apply(toWellFormed, `${value}`, []);

const isPair = (pair, name, value) => pair[0] === wellFormed(name) && (value === undefined || pair[1] === wellFormed(value));

/** The pairs of an iterable, or of the fields of an object. */
function pairsOf(init) {
    const pairs = [];
    if (init[iterator] === undefined || init[iterator] === null) {
        const names = keys(init);
        for (let i = 0; i < names.length; i++) {
            pairs[i] = [wellFormed(names[i]), wellFormed(init[names[i]])];
        }
        return pairs;
    }
    for (const entry of init) {
        const pair = [...entry];
        if (pair.length !== 2) {
            throw new TypeErrorType('Each pair must have a name and a value');
        }
        pairs[pairs.length] = [wellFormed(pair[0]), wellFormed(pair[1])];
    }
    return pairs;
}

function parseForm(form) {
    const parts = apply(split, form, ['&']);
    const pairs = [];
    for (let i = 0; i < parts.length; i++) {
        const part = parts[i];
        if (part !== '') {
            const sign = apply(indexOf, part, ['=']);
            const name = sign < 0 ? part : apply(slice, part, [0, sign]);
            pairs[pairs.length] = [formDecoded(name), sign < 0 ? '' : formDecoded(apply(slice, part, [sign + 1]))];
        }
    }
    return pairs;
}

function formDecoded(part) {
    return percentDecoded(apply(join, apply(split, part, ['+']), [' ']));
}

function writeForm(pairs) {
    let form = '';
    for (let i = 0; i < pairs.length; i++) {
        form += (i === 0 ? '' : '&') + formEncoded(pairs[i][0]) + '=' + formEncoded(pairs[i][1]);
    }
    return form;
}

function formEncoded(part) {
    return apply(join, apply(split, percentEncoded(part, IN_FORM), ['%20']), ['+']);
}
