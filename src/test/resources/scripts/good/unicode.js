// ends: completed [1,"ÉTÉ","👍"]
return [[...'👍'].length, 'été'.toUpperCase(), String.fromCodePoint(0x1f44d)];
