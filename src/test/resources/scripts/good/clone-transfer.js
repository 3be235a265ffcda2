// ends: completed [0,4]
const buffer = new ArrayBuffer(4); const c = structuredClone(buffer, { transfer: [buffer] }); return [buffer.byteLength, c.byteLength];
