// atob and btoa.

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function byte(chars, i) {
    const unit = apply(charCodeAt, chars, [i]);
    if (unit > 255) {
        throw namedError(
            'InvalidCharacterError',
            'btoa takes characters up to U+00FF; for other text encode it first: btoa(unescape(encodeURIComponent(text)))',
        );
    }
    return unit;
}

/** The characters that say something; throws if they cannot. */
function base64Chars(data) {
    let chars = '';
    for (let i = 0; i < data.length; i++) {
        chars += apply(includes, '\t\n\f\r ', [data[i]]) ? '' : data[i];
    }
    for (let padding = 0; padding < 2 && chars.length % 4 === (4 - padding) % 4 && chars[chars.length - 1] === '='; padding++) {
        chars = apply(slice, chars, [0, -1]);
    }
    if (chars.length % 4 === 1 || !isEvery(chars, (c) => sixBits(apply(charCodeAt, c, [0])) >= 0)) {
        throw namedError('InvalidCharacterError', 'atob takes base64, and this is none');
    }
    return chars;
}

function sixBits(unit) {
    if (unit >= 0x61 && unit <= 0x7a) {
        return unit - 0x61 + 26;
    }
    if (unit >= 0x41 && unit <= 0x5a) {
        return unit - 0x41;
    }
    if (unit >= 0x30 && unit <= 0x39) {
        return unit - 0x30 + 52;
    }
    return unit === 0x2b ? 62 : unit === 0x2f ? 63 : -1;
}

return {
    __proto__: null,

    btoa(data) {
        const chars = `${data}`;
        let encoded = '';
        for (let i = 0; i < chars.length; i += 3) {
            const left = chars.length - i;
            const bits = (byte(chars, i) << 16) | (left > 1 ? byte(chars, i + 1) << 8 : 0) | (left > 2 ? byte(chars, i + 2) : 0);
            encoded += BASE64[bits >> 18] + BASE64[(bits >> 12) & 63];
            encoded += (left > 1 ? BASE64[(bits >> 6) & 63] : '=') + (left > 2 ? BASE64[bits & 63] : '=');
        }
        return encoded;
    },

    atob(data) {
        const chars = base64Chars(`${data}`);
        let decoded = '';
        let bits = 0;
        for (let i = 0; i < chars.length; i++) {
            bits = ((bits & 0xffff) << 6) | sixBits(apply(charCodeAt, chars, [i]));
            const unread = (i % 4) * 2;
            decoded += unread === 0 ? '' : fromCharCode((bits >> (6 - unread)) & 255);
        }
        return decoded;
    },
};
