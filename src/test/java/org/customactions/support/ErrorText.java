package org.customactions.support;

import static org.assertj.core.api.Assertions.assertThat;

/** What the text of an error may not hold. */
public final class ErrorText {
    private static final String INTERNAL =
            "(?is).*(exception|stack ?trace|\\bat \\w+\\.|\\b(java|javax|jakarta|org|io|com)\\.\\w"
                    + "|quarkus|vert\\.?x|netty|hibernate|jackson|resteasy|smallrye|postgres|sqlstate"
                    + "|\\bselect\\b.*\\bfrom\\b|\\binsert into\\b|\\bcustom_actions\\b).*";

    private ErrorText() {}

    /** Fails when the text names a class, a library, a table or a statement. */
    public static void leaksNothing(String text) {
        assertThat(text).doesNotMatch(INTERNAL);
    }
}
