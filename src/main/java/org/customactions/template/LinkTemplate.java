package org.customactions.template;

import java.util.Map;
import java.util.Optional;
import org.customactions.url.UrlException;
import org.customactions.url.UrlForms;
import org.customactions.url.Urls;

/**
 * A template for a page that an agent opens: a {@link UrlTemplate}, or one unescaped variable that is the whole URL.
 * Such a URL comes from somebody else, so it is checked once it is known. Immutable and thread-safe.
 */
public final class LinkTemplate {

    private static final String ESCAPED = "%s; a URL that is one variable as a whole takes three braces: {{{%s}}}";
    private static final Room ROOM = new Room(Urls.MAX_LENGTH, () -> new UrlException(Urls.TOO_LONG));

    private final Template whole;
    private final UrlForms forms;
    private final UrlTemplate url;

    private LinkTemplate(Template whole, UrlForms forms, UrlTemplate url) {
        this.whole = whole;
        this.forms = forms;
        this.url = url;
    }

    /**
     * Checks and compiles the template of a link.
     *
     * @param forms what the URL may be
     * @throws TemplateException if the source is not a valid template
     * @throws UrlException if it can never become such a URL
     */
    public static LinkTemplate compile(String source, UrlForms forms) {
        var one = oneVariable(source);
        if (one.filter(LinkTemplate::isUnescaped).isPresent()) {
            return new LinkTemplate(one.get(), forms, null);
        }
        try {
            return new LinkTemplate(null, forms, UrlTemplate.compile(source, forms));
        } catch (UrlException e) {
            throw one.map(template -> new UrlException(ESCAPED.formatted(e.getMessage(), name(template))))
                    .orElse(e);
        }
    }

    /**
     * Refuses a link that uses a secret.
     *
     * @throws TemplateException with the sentence and the first place, if it uses one
     */
    public void refuseSecrets(String sentence) {
        (url == null ? whole : url.template()).refuseSecrets(sentence);
    }

    /** Fills in sample values, unless the URL is somebody else's word. */
    public void check(Map<String, Object> samples, RenderBudget budget) {
        if (url != null) {
            url.render(samples, budget);
        }
    }

    /**
     * The URL for these variables in ASCII.
     *
     * @param budget what is left for this click
     * @throws RenderException past a limit of the budget
     * @throws UrlException if it is no URL that may be opened
     */
    public String render(Map<String, Object> variables, RenderBudget budget) {
        if (url != null) {
            return url.render(variables, budget);
        }
        // Answers of text end in a line break, and people copy blanks with an address.
        var rendered = whole.render(variables, budget, ROOM).strip();
        if (rendered.isEmpty()) {
            throw new UrlException("%s is missing or empty, so there is no URL to open".formatted(name(whole)));
        }
        return Urls.normalize(rendered, forms);
    }

    private static Optional<Template> oneVariable(String source) {
        if (!source.startsWith("{{") || source.length() > Urls.MAX_LENGTH) {
            return Optional.empty();
        }
        return Optional.of(Template.compile(source, Escaping.URL))
                .filter(template -> template.tokens().size() == 1)
                .filter(template -> {
                    var token = template.tokens().get(0);
                    return token.kind().isVariable() && token.path() != null;
                });
    }

    private static boolean isUnescaped(Template oneVariable) {
        return oneVariable.tokens().get(0).is(Token.Kind.UNESCAPED_VARIABLE);
    }

    private static String name(Template oneVariable) {
        return oneVariable.tokens().get(0).content();
    }
}
