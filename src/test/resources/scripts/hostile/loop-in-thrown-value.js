// ends: failed {}
throw { toString() { for (;;); } };
