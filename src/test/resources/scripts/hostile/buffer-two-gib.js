// ends: failed Array buffer allocation failed
return new ArrayBuffer(2 ** 31).byteLength;
