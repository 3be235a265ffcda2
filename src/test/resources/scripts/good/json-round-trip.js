// ends: completed {"a":[1,{"b":null}]}
return JSON.parse(JSON.stringify({ a: [1, { b: null }], c: undefined }));
