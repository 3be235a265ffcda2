package org.customactions.web;

import io.vertx.ext.web.RoutingContext;
import org.customactions.crypto.Sha256;

/**
 * A text that is asked for again with its tag, and then not sent again as long as it is the same (RFC 9110, 13.1.2).
 *
 * @param tag of its content
 */
record TaggedText(String text, String tag) {

    private static final int TAG_LENGTH = 16;

    static TaggedText of(String text) {
        return new TaggedText(text, Sha256.hex(text).substring(0, TAG_LENGTH));
    }

    /** Answers with it, or with 304 where whoever asks has it. */
    void answer(RoutingContext context) {
        context.etag(tag);
        if (context.isFresh()) {
            context.response().setStatusCode(304).end();
        } else {
            context.end(text);
        }
    }
}
