// ends: stopped it ran longer than {timeout}
// ends: stopped it used too much memory
new URLSearchParams([(function* () { for (;;) yield 'a'; })()]);
