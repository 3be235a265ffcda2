// Reads and writes URLs by the URL standard (url.spec.whatwg.org). A URL is its parts: scheme, username, password, host
// (null for none), port (null for the scheme's own), path (a list, or a text that cannot be a base), query, fragment.

const isDriveLetter = (part) => part.length === 2 && isLetter(part[0]) && (part[1] === ':' || part[1] === '|');
const startsWithDrive = (chars) =>
    isDriveLetter(apply(slice, chars, [0, 2])) && (chars.length === 2 || chars[2] === '/' || chars[2] === '\\');

/** The parts of the URL; undefined for what is none. */
function parseUrl(given, base) {
    const { main, query, fragment } = split3(cleaned(given));
    const end = schemeEnd(main);
    const scheme = end < 0 ? undefined : apply(toLowerCase, apply(slice, main, [0, end]), []);
    const rest = end < 0 ? main : apply(slice, main, [end + 1]);
    const url = emptyUrl(scheme ?? base?.scheme);
    if (scheme === undefined && !base) {
        return undefined;
    }
    const isFine = readMain(url, scheme, rest, base, query, fragment);
    if (!isFine) {
        return undefined;
    }
    if (query !== null) {
        url.query = percentEncoded(query, isSpecial(url.scheme) ? IN_SPECIAL_QUERY : IN_QUERY);
    }
    url.fragment = fragment === null ? null : percentEncoded(fragment, IN_FRAGMENT);
    return url;
}

function emptyUrl(scheme) {
    return {
        __proto__: null,
        scheme,
        username: '',
        password: '',
        host: null,
        port: null,
        path: [],
        query: null,
        fragment: null,
    };
}

/** Without blanks and control characters around it, and without tabs and line breaks. */
function cleaned(given) {
    let start = 0;
    let end = given.length;
    while (start < end && given[start] <= ' ') {
        start++;
    }
    while (end > start && given[end - 1] <= ' ') {
        end--;
    }
    const chars = apply(slice, given, [start, end]);
    return hasAny(chars, '\t\n\r') ? withoutBreaks(chars) : chars;
}

function withoutBreaks(chars) {
    let kept = '';
    for (let i = 0; i < chars.length; i++) {
        kept += chars[i] === '\t' || chars[i] === '\n' || chars[i] === '\r' ? '' : chars[i];
    }
    return kept;
}

function split3(chars) {
    const hash = apply(indexOf, chars, ['#']);
    const before = hash < 0 ? chars : apply(slice, chars, [0, hash]);
    const mark = apply(indexOf, before, ['?']);
    return {
        main: mark < 0 ? before : apply(slice, before, [0, mark]),
        query: mark < 0 ? null : apply(slice, before, [mark + 1]),
        fragment: hash < 0 ? null : apply(slice, chars, [hash + 1]),
    };
}

function schemeEnd(chars) {
    const colon = apply(indexOf, chars, [':']);
    if (colon < 1 || !isLetter(chars[0])) {
        return -1;
    }
    for (let i = 1; i < colon; i++) {
        const c = chars[i];
        if (!isLetter(c) && !isDigit(c) && c !== '+' && c !== '-' && c !== '.') {
            return -1;
        }
    }
    return colon;
}

/** Reads what stands between the scheme and the query; false for what is no URL. */
function readMain(url, scheme, main, base, query, fragment) {
    const special = isSpecial(url.scheme);
    if (scheme === undefined && typeof base.path === 'string') {
        copyFrom(base, url);
        return main === '' && query === null && fragment !== null;
    }
    if (url.scheme === 'file') {
        return readFile(url, main, base?.scheme === 'file' ? base : undefined);
    }
    const isSlash = (c) => c === '/' || (special && c === '\\');
    const isRelative = scheme === undefined || (special && base?.scheme === scheme);
    if (isRelative && !(scheme !== undefined && main[0] === '/' && main[1] === '/')) {
        return readRelative(url, main, base, isSlash);
    }
    if (special) {
        return readAuthority(url, withoutLeading(main, isSlash), isSlash);
    }
    if (main[0] === '/' && main[1] === '/') {
        return readAuthority(url, apply(slice, main, [2]), isSlash);
    }
    if (main[0] === '/') {
        readPath(url, apply(slice, main, [1]));
        return true;
    }
    url.path = opaquePath(main, query !== null || fragment !== null);
    return true;
}

/** A blank at its end would get lost where the URL is read again. */
function opaquePath(main, isFollowed) {
    const path = percentEncoded(main, '');
    return isFollowed && path[path.length - 1] === ' ' ? apply(slice, path, [0, -1]) + '%20' : path;
}

function withoutLeading(chars, isSlash) {
    let start = 0;
    while (start < chars.length && isSlash(chars[start])) {
        start++;
    }
    return apply(slice, chars, [start]);
}

function copyFrom(base, url) {
    url.username = base.username;
    url.password = base.password;
    url.host = base.host;
    url.port = base.port;
    url.path = typeof base.path === 'string' ? base.path : apply(sliceArray, base.path, []);
    url.query = base.query;
}

function readRelative(url, main, base, isSlash) {
    if (isSlash(main[0]) && isSlash(main[1])) {
        return readAuthority(url, isSpecial(url.scheme) ? withoutLeading(main, isSlash) : apply(slice, main, [2]), isSlash);
    }
    copyFrom(base, url);
    if (main === '') {
        return true;
    }
    url.query = null;
    if (isSlash(main[0])) {
        url.path = [];
        readPath(url, apply(slice, main, [1]));
    } else {
        dropLast(url);
        readPath(url, main);
    }
    return true;
}

function readFile(url, main, base) {
    const isSlash = (c) => c === '/' || c === '\\';
    url.host = '';
    if (isSlash(main[0]) && isSlash(main[1])) {
        return readFileHost(url, apply(slice, main, [2]), isSlash);
    }
    if (isSlash(main[0])) {
        const rest = apply(slice, main, [1]);
        if (base) {
            url.host = base.host;
            if (!startsWithDrive(rest) && base.path.length > 0 && isNormalDrive(base.path[0])) {
                url.path = [base.path[0]];
            }
        }
        readPath(url, rest);
        return true;
    }
    if (base) {
        copyFrom(base, url);
        if (main === '') {
            return true;
        }
        url.query = null;
        if (startsWithDrive(main)) {
            url.path = [];
        } else {
            dropLast(url);
        }
    }
    readPath(url, main);
    return true;
}

const isNormalDrive = (part) => isDriveLetter(part) && part[1] === ':';

function readFileHost(url, chars, isSlash) {
    const end = indexWhere(chars, isSlash);
    const name = apply(slice, chars, [0, end]);
    if (isDriveLetter(name)) {
        readPath(url, chars);
        return true;
    }
    if (name !== '') {
        const parsed = parseHost(name, true);
        if (parsed === undefined) {
            return false;
        }
        url.host = parsed === 'localhost' ? '' : parsed;
    }
    startPath(url, apply(slice, chars, [end]));
    return true;
}

function indexWhere(chars, test) {
    let i = 0;
    while (i < chars.length && !test(chars[i])) {
        i++;
    }
    return i;
}

function readAuthority(url, chars, isSlash) {
    const end = indexWhere(chars, isSlash);
    const authority = apply(slice, chars, [0, end]);
    const at = apply(lastIndexOf, authority, ['@']);
    const address = apply(slice, authority, [at + 1]);
    if (at >= 0) {
        const credentials = apply(slice, authority, [0, at]);
        const colon = apply(indexOf, credentials, [':']);
        url.username = percentEncoded(colon < 0 ? credentials : apply(slice, credentials, [0, colon]), IN_USERINFO);
        url.password = colon < 0 ? '' : percentEncoded(apply(slice, credentials, [colon + 1]), IN_USERINFO);
    }
    if ((at >= 0 && address === '') || !readAddress(url, address)) {
        return false;
    }
    startPath(url, apply(slice, chars, [end]));
    return true;
}

/** Reads a host and perhaps a port. */
function readAddress(url, address) {
    const colon = portColon(address);
    const name = colon < 0 ? address : apply(slice, address, [0, colon]);
    if (name === '' && (colon >= 0 || isSpecial(url.scheme))) {
        return false;
    }
    const parsed = name === '' ? '' : parseHost(name, isSpecial(url.scheme));
    if (parsed === undefined) {
        return false;
    }
    url.host = parsed;
    const digits = colon < 0 ? '' : apply(slice, address, [colon + 1]);
    return isEvery(digits, isDigit) && setPort(url, digits);
}

/** The colon before the port; -1 if there is none. */
function portColon(address) {
    let isBracketed = false;
    for (let i = 0; i < address.length; i++) {
        if (address[i] === '[') {
            isBracketed = true;
        } else if (address[i] === ']') {
            isBracketed = false;
        } else if (address[i] === ':' && !isBracketed) {
            return i;
        }
    }
    return -1;
}

function setPort(url, digits) {
    const port = +digits;
    if (port > 65535) {
        return false;
    }
    url.port = digits === '' || port === PORTS[url.scheme] ? null : port;
    return true;
}
