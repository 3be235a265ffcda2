// crypto: random numbers, digests and HMAC. The service does the work.

const MAX_RANDOM = 65536;
const MAX_DATA = 16 * 1024 * 1024;
const DIGESTS = ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

/** The name of a typed array or a view, whatever its class says. */
function kindOf(view) {
    const { get } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Bytes.prototype), toStringTag);
    return apply(get, view, []) ?? 'DataView';
}

const nameOf = (algorithm) => `${(typeof algorithm === 'object' && algorithm !== null ? algorithm.name : algorithm) ?? ''}`;

function digestName(algorithm) {
    const given = apply(toLowerCase, nameOf(algorithm), []);
    for (let i = 0; i < DIGESTS.length; i++) {
        if (given === apply(toLowerCase, DIGESTS[i], [])) {
            return DIGESTS[i];
        }
    }
    throw namedError('NotSupportedError', `${shorten(nameOf(algorithm))} is no digest; there are ${apply(join, DIGESTS, [', '])}`);
}

function usagesOf(usages) {
    const names = [...usages];
    for (let i = 0; i < names.length; i++) {
        if (names[i] !== 'sign' && names[i] !== 'verify') {
            throw new SyntaxError('A key of HMAC can be used to sign and to verify');
        }
    }
    if (names.length === 0) {
        throw new SyntaxError('Usages must not be empty');
    }
    return names;
}

/** A copy of the bytes of a buffer or a view. */
function bytesOf(data) {
    const isBuffer = data instanceof BufferType;
    if (!isBuffer && !isView(data)) {
        throw new TypeErrorType('Data must be bytes, such as new TextEncoder().encode(text)');
    }
    if (data.byteLength > MAX_DATA) {
        throw namedError('QuotaExceededError', 'Data can have at most 16 MiB');
    }
    const bytes = isBuffer ? new Bytes(data) : new Bytes(data.buffer, data.byteOffset, data.byteLength);
    const copy = new Bytes(bytes.length);
    copy.set(bytes);
    return copy;
}

function bufferOf(latin1) {
    const bytes = new Bytes(latin1.length);
    for (let i = 0; i < latin1.length; i++) {
        bytes[i] = apply(charCodeAt, latin1, [i]);
    }
    return bytes.buffer;
}

class CryptoKey {
    #bytes;
    #algorithm;
    #usages;
    #extractable;

    constructor(bytes, hash, extractable, usages) {
        if (!(bytes instanceof Bytes) || usages === undefined) {
            throw new TypeErrorType('A key is made by crypto.subtle.importKey');
        }
        this.#bytes = bytes;
        this.#algorithm = { name: 'HMAC', hash: { name: hash }, length: bytes.length * 8 };
        this.#extractable = !!extractable;
        this.#usages = usages;
    }

    get type() {
        return 'secret';
    }

    get algorithm() {
        return this.#algorithm;
    }

    get extractable() {
        return this.#extractable;
    }

    get usages() {
        return [...this.#usages];
    }

    get [toStringTag]() {
        return 'CryptoKey';
    }

    static signature(key, usage, algorithm, data) {
        const name = nameOf(algorithm);
        if (name !== 'HMAC') {
            throw namedError('NotSupportedError', name + ' cannot sign here; HMAC can');
        }
        if (!apply(setHas, new SetType(key.#usages), [usage])) {
            throw namedError('InvalidAccessError', 'The key was not imported with the usage ' + usage);
        }
        return host('hmac', key.#algorithm.hash.name, key.#bytes.buffer, bytesOf(data).buffer);
    }
}
const { signature } = CryptoKey;
delete CryptoKey.signature;

class SubtleCrypto {
    async digest(algorithm, data) {
        return bufferOf(host('digest', digestName(algorithm), bytesOf(data).buffer));
    }

    async importKey(format, keyData, algorithm, extractable, usages) {
        if (format !== 'raw' || nameOf(algorithm) !== 'HMAC') {
            throw namedError('NotSupportedError', "Only raw keys of HMAC can be imported: importKey('raw', …, { name: 'HMAC', hash })");
        }
        const bytes = bytesOf(keyData);
        if (bytes.length === 0) {
            throw namedError('DataError', 'The key is empty');
        }
        return new CryptoKey(bytes, digestName(algorithm.hash), extractable, usagesOf(usages));
    }

    async sign(algorithm, key, data) {
        return bufferOf(signature(key, 'sign', algorithm, data));
    }

    async verify(algorithm, key, given, data) {
        const right = signature(key, 'verify', algorithm, data);
        const bytes = bytesOf(given);
        let difference = bytes.length ^ right.length;
        for (let i = 0; i < bytes.length && i < right.length; i++) {
            difference |= bytes[i] ^ apply(charCodeAt, right, [i]);
        }
        return difference === 0;
    }
}

class Crypto {
    #subtle = new SubtleCrypto();

    get subtle() {
        return this.#subtle;
    }

    getRandomValues(view) {
        if (!isView(view) || apply(includes, 'FD', [kindOf(view)[0]])) {
            throw namedError('TypeMismatchError', 'getRandomValues takes an array of whole numbers, such as a Uint8Array');
        }
        const bytes = new Bytes(view.buffer, view.byteOffset, view.byteLength);
        if (bytes.length > MAX_RANDOM) {
            throw namedError('QuotaExceededError', 'getRandomValues gives at most 65,536 bytes at once');
        }
        const random = host('random', bytes.length);
        for (let i = 0; i < bytes.length; i++) {
            bytes[i] = apply(charCodeAt, random, [i]);
        }
        return view;
    }

    randomUUID() {
        const random = host('random', 16);
        let uuid = '';
        for (let i = 0; i < 16; i++) {
            const unit = apply(charCodeAt, random, [i]);
            const byte = i === 6 ? (unit & 15) | 64 : i === 8 ? (unit & 63) | 128 : unit;
            uuid += (i === 4 || i === 6 || i === 8 || i === 10 ? '-' : '') + HEX[byte >> 4] + HEX[byte & 15];
        }
        return apply(toLowerCase, uuid, []);
    }
}
return new Crypto();
