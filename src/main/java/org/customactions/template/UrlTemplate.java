package org.customactions.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.customactions.url.UrlAuthority;
import org.customactions.url.UrlException;
import org.customactions.url.UrlForms;
import org.customactions.url.UrlScheme;
import org.customactions.url.Urls;

/**
 * A template for an absolute URL, or for a path. Scheme and {@code ://}, or the first slash, are written out. The host
 * is written out too, or contains unescaped variables ({@code {{{name}}}}). So escaped variables cannot change scheme,
 * credentials, host, the number of path segments or the number of query parameters. What unescaped ones bring in is
 * checked with the whole URL after rendering. Immutable and thread-safe. At most 8,192 characters, as written and as
 * rendered.
 */
public final class UrlTemplate {

    private static final Room ROOM = new Room(Urls.MAX_LENGTH, () -> new UrlException(Urls.TOO_LONG));
    private static final Pattern CUT_ESCAPE = Pattern.compile("%[0-9A-Fa-f]?$");

    private final Template template;
    private final UrlScheme scheme;
    private final AuthorityTemplate authority;

    private UrlTemplate(Template template, UrlScheme scheme, AuthorityTemplate authority) {
        this.template = template;
        this.scheme = scheme;
        this.authority = authority;
    }

    /**
     * Checks and compiles the template of a URL.
     *
     * @param forms what the URL may be
     * @throws TemplateException if the source is not a valid template, or has a tag or character in a place that does
     *     not allow it
     * @throws UrlException if it can never become a URL with an allowed scheme and a valid host
     */
    public static UrlTemplate compile(String source, UrlForms forms) {
        if (source.length() > Urls.MAX_LENGTH) {
            throw new UrlException(Urls.TOO_LONG);
        }
        var scheme = forms.schemeOf(source);
        var template = Template.compile(source, scheme.isOfPhone() ? Escaping.PHONE_URL : Escaping.URL);
        var tokens = template.tokens();
        for (var token : tokens) {
            checkText(token, source);
        }
        var authority = scheme.hasAuthority()
                ? AuthorityTemplate.of(source, tokens, scheme.prefix().length())
                : null;
        return new UrlTemplate(template, scheme, authority);
    }

    /** As {@link #render(Map, RenderBudget)} with the budget of one click. */
    public String render(Map<String, Object> variables) {
        return render(variables, RenderBudget.ofClick());
    }

    /**
     * The URL for these variables, absolute and ASCII.
     *
     * @param budget what is left for this click
     * @throws RenderException past a limit of the budget
     * @throws UrlException if the variables make it a URL that {@link Urls#normalize} refuses, or change the host that
     *     is written out
     */
    public String render(Map<String, Object> variables, RenderBudget budget) {
        var rendered = template.render(variables, budget, ROOM);
        var url = Urls.normalize(rendered, UrlForms.only(scheme));
        if (scheme.hasAuthority() && !authority.admits(authorityOf(rendered))) {
            throw new UrlException("A variable must not change the host that is written in the URL");
        }
        return url;
    }

    /**
     * The host, if it is written out: lower-case ASCII, an internationalised name in its IDNA form, an IPv6 address in
     * brackets. Empty for a path and a URL without a host, and if the host or port contains a variable.
     */
    public Optional<String> literalHost() {
        return scheme.hasAuthority() ? authority.host() : Optional.empty();
    }

    /** Names of the variables in its host and port, as they are written. */
    public List<String> hostVariables() {
        return scheme.hasAuthority() ? authority.variables() : List.of();
    }

    /** The names of the secrets that it uses. */
    public Set<String> secrets() {
        return template.secrets();
    }

    Template template() {
        return template;
    }

    /** The template as it was written. */
    public String source() {
        return template.source();
    }

    private String authorityOf(String rendered) {
        var start = scheme.prefix().length();
        return rendered.substring(start, UrlAuthority.end(rendered, start));
    }

    private static void checkText(Token token, String source) {
        var text = token.isText() ? token.content() : "";
        for (int i = 0; i < text.length(); i++) {
            if (Urls.isForbidden(text.charAt(i))) {
                throw new TemplateException(
                        "A URL cannot contain spaces, control characters or backslashes", source, token.start() + i);
            }
        }
        if (token.end() < source.length() && CUT_ESCAPE.matcher(text).find()) {
            // A variable could complete the escape and so write any character.
            throw new TemplateException(
                    "Write %25 for a percent sign before a tag", source, token.start() + text.lastIndexOf('%'));
        }
    }
}
