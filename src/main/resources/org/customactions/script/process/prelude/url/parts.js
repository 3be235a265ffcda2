// Percent-encoding, by the URL standard (url.spec.whatwg.org).

const PORTS = { __proto__: null, ftp: 21, file: null, http: 80, https: 443, ws: 80, wss: 443 };
const FORBIDDEN_IN_HOST = '\0\t\n\r #/:<>?@[\\]^|';
const FORBIDDEN_IN_DOMAIN = FORBIDDEN_IN_HOST + '%\x7f';
/** No domain is as long; the host's work has a bound. */
const MAX_DOMAIN = 1000;
const utf8 = new Decoder('utf-8', { ignoreBOM: true });

/** The sets of what is percent-encoded beside control characters and what is not ASCII. */
const IN_FRAGMENT = ' "<>`';
const IN_QUERY = ' "#<>';
const IN_SPECIAL_QUERY = IN_QUERY + "'";
const IN_PATH = IN_QUERY + '?^`{}';
const IN_USERINFO = IN_PATH + '/:;=@[\\]|';
const IN_FORM = IN_USERINFO + "$%&+,!'()~";

const isSpecial = (scheme) => PORTS[scheme] !== undefined;
const isDigit = (c) => c >= '0' && c <= '9';
const isLetter = (c) => (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
const hexOf = (byte) => '%' + HEX[byte >> 4] + HEX[byte & 15];

function hasAny(chars, set) {
    for (let i = 0; i < chars.length; i++) {
        if (apply(includes, set, [chars[i]])) {
            return true;
        }
    }
    return false;
}

/** Percent-encodes the UTF-8 of what is in the set, a control character or not ASCII. */
function percentEncoded(chars, set) {
    let encoded = '';
    let start = 0;
    for (let i = 0; i < chars.length; i++) {
        const unit = apply(charCodeAt, chars, [i]);
        if (unit > 0x1f && unit < 0x7f && !apply(includes, set, [chars[i]])) {
            continue;
        }
        encoded += apply(slice, chars, [start, i]);
        const isPair = unit >= 0xd800 && unit < 0xdc00;
        encoded += utf8Encoded(isPair ? apply(slice, chars, [i, i + 2]) : chars[i], unit);
        i += isPair ? 1 : 0;
        start = i + 1;
    }
    return start === 0 ? chars : encoded + apply(slice, chars, [start]);
}

function utf8Encoded(char, unit) {
    return unit < 0x80 ? hexOf(unit) : encodeComponent(char);
}

/** Decodes what is percent-encoded and reads the bytes as UTF-8. */
function percentDecoded(chars) {
    if (!apply(includes, chars, ['%'])) {
        return chars;
    }
    const bytes = new Bytes(chars.length * 3);
    let length = 0;
    for (let i = 0; i < chars.length; i++) {
        const unit = apply(charCodeAt, chars, [i]);
        const byte = unit === 0x25 ? byteAt(chars, i + 1) : -1;
        if (byte >= 0) {
            bytes[length++] = byte;
            i += 2;
        } else if (unit < 0x80) {
            bytes[length++] = unit;
        } else {
            const isPair = unit >= 0xd800 && unit < 0xdc00;
            const encoded = encodeComponent(isPair ? apply(slice, chars, [i, i + 2]) : chars[i]);
            for (let k = 0; k < encoded.length; k += 3) {
                bytes[length++] = byteAt(encoded, k + 1);
            }
            i += isPair ? 1 : 0;
        }
    }
    return apply(decodeUtf8, utf8, [apply(subarray, bytes, [0, length])]);
}

function byteAt(chars, i) {
    const high = hexDigit(chars, i);
    const low = hexDigit(chars, i + 1);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

function hexDigit(chars, i) {
    const unit = i < chars.length ? apply(charCodeAt, chars, [i]) : 0;
    if (unit >= 0x30 && unit <= 0x39) {
        return unit - 0x30;
    }
    const letter = unit | 0x20;
    return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
