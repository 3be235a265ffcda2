// ends: completed [[226,130,172],"€","�"]
return [[...new TextEncoder().encode('€')], new TextDecoder().decode(new Uint8Array([226, 130, 172])), new TextDecoder().decode(new Uint8Array([255]))];
