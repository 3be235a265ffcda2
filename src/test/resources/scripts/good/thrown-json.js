// ends: failed {"code":5}
throw { code: 5 };
