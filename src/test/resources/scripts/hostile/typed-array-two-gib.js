// ends: failed Invalid typed array length
return new Uint8Array(2 ** 31 - 1).length;
