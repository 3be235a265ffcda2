package org.customactions.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.customactions.url.UrlAuthority;
import org.customactions.url.UrlException;

/**
 * The authority of a URL template: written out, or with unescaped variables between a fixed beginning and end.
 *
 * @param before the text up to the first variable; all of it if there is no variable
 * @param after the text after the last variable
 * @param variables names of the variables in it
 * @param host the host, in the form of {@link UrlAuthority}; empty if there is a variable
 */
record AuthorityTemplate(String before, String after, List<String> variables, Optional<String> host) {

    /**
     * Reads the authority of a template, up to the first slash, question mark or number sign outside tags.
     *
     * @param start the offset after {@code scheme://}
     * @throws TemplateException if it contains any tag but an unescaped variable, or a secret
     * @throws UrlException if its text cannot be a host and port
     */
    static AuthorityTemplate of(String source, List<Token> tokens, int start) {
        var before = new StringBuilder();
        var written = before;
        var variables = new ArrayList<String>();
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
                refuseSecret(token, source);
                variables.add(token.content());
                written = new StringBuilder();
            }
        }
        return of(before.toString(), written == before ? null : written.toString(), List.copyOf(variables));
    }

    /** Whether a rendered authority still has the fixed beginning and end. */
    boolean admits(String authority) {
        return host.isPresent()
                ? authority.equals(before)
                : authority.length() >= before.length() + after.length()
                        && authority.startsWith(before)
                        && authority.endsWith(after);
    }

    private static AuthorityTemplate of(String before, String after, List<String> variables) {
        if (after == null) {
            return new AuthorityTemplate(
                    before,
                    "",
                    variables,
                    Optional.of(UrlAuthority.normalize(before).host()));
        }
        if (before.indexOf('@') >= 0 || after.indexOf('@') >= 0) {
            throw UrlAuthority.credentials();
        }
        return new AuthorityTemplate(before, after, variables, Optional.empty());
    }

    /** Names are looked up and shown in messages and logs. */
    private static void refuseSecret(Token tag, String source) {
        if (tag.usesSecret()) {
            throw new TemplateException(
                    "A secret cannot stand in the host of a URL; write the host out", source, tag.start());
        }
    }

    private static void requireUnescaped(Token tag, String source) {
        if (!tag.is(Token.Kind.UNESCAPED_VARIABLE)) {
            throw new TemplateException(
                    "Only unescaped variables are allowed in the host of a URL; write {{{name}}}", source, tag.start());
        }
    }
}
