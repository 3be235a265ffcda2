// The class URL.

class URL {
    #url;
    #params;

    constructor(url, base = undefined) {
        this.#url = parsed(url, base);
        if (!this.#url) {
            throw new TypeErrorType('Invalid URL: ' + shorten(wellFormed(url)));
        }
    }

    static canParse(url, base = undefined) {
        return parsed(url, base) !== undefined;
    }

    static parse(url, base = undefined) {
        return parsed(url, base) === undefined ? null : new URL(url, base);
    }

    get href() {
        return writeUrl(this.#url);
    }

    set href(value) {
        const url = parsed(value);
        if (!url) {
            throw new TypeErrorType('Invalid URL: ' + shorten(wellFormed(value)));
        }
        this.#url = url;
        this.#tellParams();
    }

    get origin() {
        return originOf(this.#url);
    }

    get protocol() {
        return this.#url.scheme + ':';
    }

    set protocol(value) {
        setScheme(this.#url, withoutBreaks(wellFormed(value)));
    }

    get username() {
        return this.#url.username;
    }

    set username(value) {
        if (canHavePort(this.#url)) {
            this.#url.username = percentEncoded(wellFormed(value), IN_USERINFO);
        }
    }

    get password() {
        return this.#url.password;
    }

    set password(value) {
        if (canHavePort(this.#url)) {
            this.#url.password = percentEncoded(wellFormed(value), IN_USERINFO);
        }
    }

    get host() {
        return writeHost(this.#url);
    }

    set host(value) {
        setHost(this.#url, withoutBreaks(wellFormed(value)), true);
    }

    get hostname() {
        return this.#url.host ?? '';
    }

    set hostname(value) {
        setHost(this.#url, withoutBreaks(wellFormed(value)), false);
    }

    get port() {
        return this.#url.port === null ? '' : `${this.#url.port}`;
    }

    set port(value) {
        const digits = withoutBreaks(wellFormed(value));
        const end = indexWhere(digits, (c) => !isDigit(c));
        if (canHavePort(this.#url) && (end > 0 || digits === '')) {
            setPort(this.#url, apply(slice, digits, [0, end]));
        }
    }

    get pathname() {
        return writePath(this.#url);
    }

    set pathname(value) {
        if (typeof this.#url.path !== 'string') {
            const path = withoutBreaks(wellFormed(value));
            this.#url.path = path === '' && this.#url.host === null ? [''] : [];
            startPath(this.#url, path);
        }
    }

    get search() {
        return this.#url.query ? '?' + this.#url.query : '';
    }

    set search(value) {
        const given = wellFormed(value);
        const query = given[0] === '?' ? apply(slice, given, [1]) : given;
        this.#url.query =
            given === '' ? null : percentEncoded(withoutBreaks(query), isSpecial(this.#url.scheme) ? IN_SPECIAL_QUERY : IN_QUERY);
        this.#tellParams();
    }

    get searchParams() {
        this.#params ??= new URLSearchParams(
            this.#url.query ?? '',
            new Owner((form) => {
                this.#url.query = form === '' ? null : form;
            }),
        );
        return this.#params;
    }

    get hash() {
        return this.#url.fragment ? '#' + this.#url.fragment : '';
    }

    set hash(value) {
        const given = wellFormed(value);
        const fragment = given[0] === '#' ? apply(slice, given, [1]) : given;
        this.#url.fragment = given === '' ? null : percentEncoded(withoutBreaks(fragment), IN_FRAGMENT);
    }

    toString() {
        return writeUrl(this.#url);
    }

    toJSON() {
        return writeUrl(this.#url);
    }

    get [toStringTag]() {
        return 'URL';
    }

    #tellParams() {
        if (this.#params) {
            replace(this.#params, this.#url.query ?? '');
        }
    }
}

function parsed(url, base) {
    const given = wellFormed(url);
    if (base === undefined) {
        return parseUrl(given);
    }
    const from = parseUrl(wellFormed(base));
    return from && parseUrl(given, from);
}

const canHavePort = (url) => url.host !== null && url.host !== '' && url.scheme !== 'file';

function originOf(url) {
    if (url.scheme === 'blob' && typeof url.path === 'string') {
        const inner = parseUrl(url.path);
        return inner && (inner.scheme === 'https' || inner.scheme === 'http') ? originOf(inner) : 'null';
    }
    return isSpecial(url.scheme) && url.scheme !== 'file' ? url.scheme + '://' + writeHost(url) : 'null';
}

function setScheme(url, value) {
    const end = schemeEnd(value + ':');
    const scheme = end < 0 ? '' : apply(toLowerCase, apply(slice, value, [0, end]), []);
    const isFile = scheme === 'file' && (url.username !== '' || url.password !== '' || url.port !== null);
    if (end < 0 || isSpecial(scheme) !== isSpecial(url.scheme) || isFile || (url.scheme === 'file' && url.host === '')) {
        return;
    }
    url.scheme = scheme;
    if (url.port === PORTS[scheme]) {
        url.port = null;
    }
}

function setHost(url, value, takesPort) {
    if (typeof url.path === 'string') {
        return;
    }
    const special = isSpecial(url.scheme);
    const end = indexWhere(value, (c) => c === '/' || c === '?' || c === '#' || (special && c === '\\'));
    const address = apply(slice, value, [0, end]);
    const colon = url.scheme === 'file' ? -1 : portColon(address);
    const name = colon < 0 ? address : apply(slice, address, [0, colon]);
    const hasMore = url.username !== '' || url.password !== '' || url.port !== null;
    const isWrong = colon === 0 || (colon > 0 && !takesPort) || (name === '' && url.scheme !== 'file' && (special || hasMore));
    const parsedHost = isWrong ? undefined : name === '' ? '' : parseHost(name, special);
    if (parsedHost === undefined) {
        return;
    }
    url.host = url.scheme === 'file' && parsedHost === 'localhost' ? '' : parsedHost;
    if (colon > 0) {
        const digits = apply(slice, address, [colon + 1]);
        const length = indexWhere(digits, (c) => !isDigit(c));
        if (length > 0) {
            setPort(url, apply(slice, digits, [0, length]));
        }
    }
}

return { __proto__: null, URL, URLSearchParams };
