// ends: refused Expected eof
} + function () {
