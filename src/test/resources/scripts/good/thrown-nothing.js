// ends: failed undefined
throw undefined;
