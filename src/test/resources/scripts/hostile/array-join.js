// ends: failed The array is longer
// ends: failed This array is longer
return new Array(2 ** 26).join('ab');
