package org.customactions.web;

import io.vertx.ext.web.RoutingContext;
import org.customactions.crypto.Sha256;

/**
 * A text with a tag. It is not sent again to a client that has the same version (RFC 9110, 13.1.2).
 *
 * @param tag of its content
 */
record TaggedText(String text, String tag) {

    private static final int TAG_LENGTH = 16;

    static TaggedText of(String text) {
        return new TaggedText(text, Sha256.hex(text).substring(0, TAG_LENGTH));
    }

    /** Answers with the text, or with 304 if the client already has it. */
    void answer(RoutingContext context) {
        context.etag(tag);
        if (context.isFresh()) {
            context.response().setStatusCode(304).end();
        } else {
            context.end(text);
        }
    }
}
