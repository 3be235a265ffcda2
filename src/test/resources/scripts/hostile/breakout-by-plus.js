// ends: failed Expected eof
} + function () {
