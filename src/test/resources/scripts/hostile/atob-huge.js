// ends: stopped it used too much memory
// ends: stopped it ran longer than {timeout}
let text = 'QUJD'; for (;;) { text += text; atob(text); }
