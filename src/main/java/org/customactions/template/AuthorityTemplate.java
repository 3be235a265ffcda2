package org.customactions.template;

import java.util.List;
import java.util.Optional;
import org.customactions.url.UrlAuthority;
import org.customactions.url.UrlException;

/**
 * The authority in a URL's template: written out, or with unescaped variables between a written beginning and end.
 *
 * @param before what is written up to the first variable; all of it where there is none
 * @param after what is written after the last variable
 * @param host the written host, in the form of {@link UrlAuthority}, where there is no variable
 */
record AuthorityTemplate(String before, String after, Optional<String> host) {

    /**
     * Takes the authority out of a template, up to the first slash, question mark or number sign outside tags.
     *
     * @param start the offset after {@code scheme://}
     * @throws TemplateException where another tag than an unescaped variable stands in it
     * @throws UrlException where what is written there cannot be a host and port
     */
    static AuthorityTemplate of(String source, List<Token> tokens, int start) {
        var before = new StringBuilder();
        var written = before;
        var ended = false;
        for (int i = 0; i < tokens.size() && !ended; i++) {
            var token = tokens.get(i);
            if (token.isText()) {
                var from = Math.max(start - token.start(), 0);
                var end = UrlAuthority.end(token.content(), from);
                written.append(token.content(), from, end);
                ended = end < token.content().length();
            } else {
                requireUnescaped(token, source);
                written = new StringBuilder();
            }
        }
        return of(before.toString(), written == before ? null : written.toString());
    }

    /** Whether a rendered authority still has the written beginning and end. */
    boolean admits(String authority) {
        return host.isPresent()
                ? authority.equals(before)
                : authority.length() >= before.length() + after.length()
                        && authority.startsWith(before)
                        && authority.endsWith(after);
    }

    private static AuthorityTemplate of(String before, String after) {
        if (after == null) {
            return new AuthorityTemplate(
                    before, "", Optional.of(UrlAuthority.normalize(before).host()));
        }
        if (before.indexOf('@') >= 0 || after.indexOf('@') >= 0) {
            throw UrlAuthority.credentials();
        }
        return new AuthorityTemplate(before, after, Optional.empty());
    }

    private static void requireUnescaped(Token tag, String source) {
        if (!tag.is(Token.Kind.UNESCAPED_VARIABLE)) {
            throw new TemplateException(
                    "Only an unescaped variable can stand in the host of a URL; write {{{name}}}", source, tag.start());
        }
    }
}
