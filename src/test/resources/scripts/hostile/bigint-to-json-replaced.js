// ends: completed {"n":"mine"}
BigInt.prototype.toJSON = () => 'mine'; JSON.rawJSON = null; return { n: 1n };
