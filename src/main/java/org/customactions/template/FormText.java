package org.customactions.template;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Encodes values of forms. */
final class FormText {

    private FormText() {}

    /** The value in the charset, percent-encoded. */
    static String encode(String text, Charset charset, String name) {
        if (!charset.equals(StandardCharsets.UTF_8) && !charset.newEncoder().canEncode(text)) {
            throw new RenderException(
                    "The value of %s has a character that the charset %s of the Content-Type lacks; write utf-8 there"
                            .formatted(name, charset.name()));
        }
        return URLEncoder.encode(text, charset);
    }
}
