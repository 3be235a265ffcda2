// ends: failed 
const buffer = new ArrayBuffer(8, { maxByteLength: 2 ** 31 - 1 });
buffer.resize(2 ** 30);
return buffer.byteLength;
