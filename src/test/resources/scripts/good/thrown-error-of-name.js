// ends: failed RangeError
throw new RangeError();
