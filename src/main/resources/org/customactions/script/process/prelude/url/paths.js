// Reads the paths of URLs, and writes URLs.

/** Reads the path behind a host. */
function startPath(url, chars) {
    const special = isSpecial(url.scheme);
    if (chars !== '' || special) {
        readPath(url, chars[0] === '/' || (special && chars[0] === '\\') ? apply(slice, chars, [1]) : chars);
    }
}

/** Adds the segments of a path that begins behind its slash. */
function readPath(url, chars) {
    const special = isSpecial(url.scheme);
    let start = 0;
    for (let i = 0; i <= chars.length; i++) {
        const isLast = i === chars.length;
        if (isLast || chars[i] === '/' || (special && chars[i] === '\\')) {
            addSegment(url, percentEncoded(apply(slice, chars, [start, i]), IN_PATH), isLast);
            start = i + 1;
        }
    }
}

function addSegment(url, segment, isLast) {
    const dots = segment.length > 6 ? 0 : dotsOf(segment);
    if (dots === 2) {
        dropLast(url);
    }
    if (dots > 0) {
        if (isLast) {
            url.path[url.path.length] = '';
        }
        return;
    }
    const isDrive = url.scheme === 'file' && url.path.length === 0 && isDriveLetter(segment);
    url.path[url.path.length] = isDrive ? segment[0] + ':' : segment;
}

/** 1 for a segment that means this folder, 2 for one that means the folder above, 0 for others. */
function dotsOf(segment) {
    const plain = apply(join, apply(split, apply(toLowerCase, segment, []), ['%2e']), ['.']);
    return plain === '.' ? 1 : plain === '..' ? 2 : 0;
}

function dropLast(url) {
    const { path } = url;
    if (path.length > 0 && !(url.scheme === 'file' && path.length === 1 && isNormalDrive(path[0]))) {
        path.length--;
    }
}

function writePath(url) {
    if (typeof url.path === 'string') {
        return url.path;
    }
    return url.path.length === 0 ? '' : '/' + apply(join, url.path, ['/']);
}

function writeHost(url) {
    return url.host === null ? '' : url.port === null ? url.host : url.host + ':' + url.port;
}

function writeUrl(url) {
    const { username, password, path } = url;
    const credentials = username === '' && password === '' ? '' : username + (password && ':' + password) + '@';
    // Without a host the path must not look like one.
    const hasNoHost = typeof path !== 'string' && path.length > 1 && path[0] === '';
    const authority = url.host === null ? (hasNoHost ? '/.' : '') : '//' + credentials + writeHost(url);
    const query = url.query === null ? '' : '?' + url.query;
    return url.scheme + ':' + authority + writePath(url) + query + (url.fragment === null ? '' : '#' + url.fragment);
}
