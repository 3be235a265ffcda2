// Reads hosts of URLs: domains, IPv4, IPv6 and the opaque hosts of other schemes.

/** The host as it is written in a URL; undefined for what is none. */
function parseHost(chars, special) {
    if (chars[0] === '[') {
        const pieces = chars[chars.length - 1] === ']' ? parseIpv6(apply(slice, chars, [1, -1])) : undefined;
        return pieces && '[' + writeIpv6(pieces) + ']';
    }
    if (!special) {
        return hasAny(chars, FORBIDDEN_IN_HOST) ? undefined : percentEncoded(chars, '');
    }
    const domain = toAscii(percentDecoded(chars));
    if (!domain || hasAny(domain, FORBIDDEN_IN_DOMAIN) || !isEvery(domain, (c) => c > '\x1f')) {
        return undefined;
    }
    return endsInNumber(domain) ? parseIpv4(domain) : domain;
}

function toAscii(domain) {
    const lower = apply(toLowerCase, domain, []);
    if (isEvery(domain, (c) => c < '\x80') && !apply(includes, lower, ['xn--'])) {
        return lower;
    }
    return domain.length > MAX_DOMAIN ? '' : host('to-ascii', domain);
}

function endsInNumber(domain) {
    const parts = apply(split, domain, ['.']);
    const last = parts[parts.length - 1] === '' && parts.length > 1 ? parts[parts.length - 2] : parts[parts.length - 1];
    return last !== '' && (isEvery(last, isDigit) || ipv4Number(last) !== undefined);
}

function ipv4Number(part) {
    const isHex = part[0] === '0' && (part[1] === 'x' || part[1] === 'X');
    const digits = isHex ? apply(slice, part, [2]) : part;
    const radix = isHex ? 16 : part[0] === '0' ? 8 : 10;
    let value = part === '' ? undefined : 0;
    for (let i = 0; i < digits.length; i++) {
        const digit = hexDigit(digits, i);
        if (digit < 0 || digit >= radix) {
            return undefined;
        }
        value = value * radix + digit;
    }
    return value;
}

function parseIpv4(domain) {
    const parts = apply(split, domain, ['.']);
    const count = parts[parts.length - 1] === '' && parts.length > 1 ? parts.length - 1 : parts.length;
    let address = 0;
    for (let i = 0; i < count; i++) {
        const number = ipv4Number(parts[i]);
        if (count > 4 || number === undefined || number >= (i === count - 1 ? 256 ** (5 - count) : 256)) {
            return undefined;
        }
        address += i === count - 1 ? number : number * 256 ** (3 - i);
    }
    return writeIpv4(address);
}

function writeIpv4(address) {
    return `${floor(address / 2 ** 24)}.${floor(address / 65536) % 256}.${floor(address / 256) % 256}.${address % 256}`;
}

function parseIpv6(chars) {
    const gap = apply(indexOf, chars, ['::']);
    if (gap < 0) {
        const pieces = ipv6Pieces(chars);
        return pieces && pieces.length === 8 ? pieces : undefined;
    }
    const before = gap === 0 ? [] : ipv6Pieces(apply(slice, chars, [0, gap]), true);
    const rest = apply(slice, chars, [gap + 2]);
    const after = rest === '' ? [] : ipv6Pieces(rest);
    if (!before || !after || before.length + after.length > 7) {
        return undefined;
    }
    const pieces = [];
    for (let i = 0; i < 8; i++) {
        const last = i - (8 - after.length);
        pieces[i] = i < before.length ? before[i] : last >= 0 ? after[last] : 0;
    }
    return pieces;
}

/** The pieces of 16 bits; the last two may be written as an address of IPv4, unless more follows. */
function ipv6Pieces(chars, isFollowed) {
    const parts = apply(split, chars, [':']);
    const pieces = [];
    for (let i = 0; i < parts.length; i++) {
        const part = parts[i];
        if (i === parts.length - 1 && !isFollowed && apply(includes, part, ['.'])) {
            const numbers = ipv4InIpv6(part);
            if (!numbers) {
                return undefined;
            }
            pieces[pieces.length] = numbers[0] * 256 + numbers[1];
            pieces[pieces.length] = numbers[2] * 256 + numbers[3];
        } else if (part === '' || part.length > 4 || !isEvery(part, (c) => hexDigit(c, 0) >= 0)) {
            return undefined;
        } else {
            pieces[pieces.length] = ipv4Number('0x' + part);
        }
    }
    return pieces;
}

function ipv4InIpv6(part) {
    const numbers = apply(split, part, ['.']);
    for (let i = 0; i < numbers.length; i++) {
        const digits = numbers[i];
        const isWrong = digits === '' || digits.length > 3 || !isEvery(digits, isDigit) || digits > 255;
        if (isWrong || (digits.length > 1 && digits[0] === '0')) {
            return undefined;
        }
        numbers[i] = +digits;
    }
    return numbers.length === 4 ? numbers : undefined;
}

/** With `::` for the longest run of zeros, the first of equals. */
function writeIpv6(pieces) {
    let start = -1;
    let length = 1;
    for (let i = 0; i < 8; i++) {
        let end = i;
        while (end < 8 && pieces[end] === 0) {
            end++;
        }
        if (end - i > length) {
            start = i;
            length = end - i;
        }
        i = end;
    }
    let written = '';
    for (let i = 0; i < 8; i++) {
        if (i === start) {
            written += i === 0 ? '::' : ':';
            i += length - 1;
        } else {
            written += apply(numberToString, pieces[i], [16]) + (i < 7 ? ':' : '');
        }
    }
    return written;
}
