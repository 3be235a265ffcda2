// ends: stopped it used too much memory
// ends: stopped it ran longer than {timeout}
let text = 'http://a/'; for (;;) { text += text; new URL(text + 'é').href; }
