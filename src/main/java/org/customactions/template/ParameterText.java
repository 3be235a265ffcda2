package org.customactions.template;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds JSON in which nobody escapes values: in the parameter that a template of a URL or of a form is writing, for
 * which a value is encoded, but for the JSON in it only by a filter; in a text of JSON; and in what is sent as another
 * type.
 */
final class ParameterText {

    /** What these make of any value cannot end a string of JSON. */
    private static final Set<String> HARMLESS = Set.of("json", "url", "base64", "sha256", "digits", "tel", "size");

    private static final String IN_JSON_OF_A_TEXT =
            "%1$s stands in JSON or GraphQL that is a text of JSON, where nothing escapes it for the inner one; write {{%1$s | json}} there, without quotes around it";

    private static final String IN_JSON_OF_ANOTHER_TYPE =
            "%1$s stands in JSON, where nothing escapes it, because the Content-Type of a body has to be that of JSON; set it to application/json, or write {{%1$s | json}} without quotes around it";

    /** Other text may begin with a bracket, too. */
    private static final Pattern JSON = Pattern.compile("\\{\\s*\"|\\[\\s*[\\[{\"]");

    private static final String JSON_INSTEAD_OF_FORM =
            "This is JSON, but its Content-Type is that of a form, so values are written as in a form; set Content-Type to"
                    + " application/json";

    private final Escaping escaping;
    private final boolean isLookedAt;
    private final StringBuilder text = new StringBuilder();
    private boolean isParameter;
    private boolean hasBegun;
    private boolean isJsonInsteadOfForm;
    private boolean isJsonInsteadOfText;
    private final TextInJson inner = new TextInJson();

    ParameterText(Escaping escaping) {
        this.escaping = escaping;
        this.isLookedAt = escaping == Escaping.URL || escaping == Escaping.FORM;
        this.isParameter = escaping == Escaping.FORM;
    }

    void add(String piece) {
        begin(piece.strip());
        if (escaping.isJson()) {
            inner.add(piece);
        }
        for (int i = 0; isLookedAt && i < piece.length(); i++) {
            switch (piece.charAt(i)) {
                case '&' -> begin(isParameter);
                case '?' -> mark(true);
                case '#' -> mark(false);
                default -> text.append(piece.charAt(i));
            }
        }
    }

    private void begin(String piece) {
        if (!hasBegun && !piece.isEmpty()) {
            hasBegun = true;
            isJsonInsteadOfForm = escaping == Escaping.FORM && (piece.charAt(0) == '{' || piece.charAt(0) == '[');
            isJsonInsteadOfText =
                    escaping == Escaping.TEXT && JSON.matcher(piece).lookingAt();
        }
    }

    /** What to say of a variable in this place. */
    Optional<String> complaint(Token variable) {
        if (isJsonInsteadOfForm) {
            return Optional.of(JSON_INSTEAD_OF_FORM);
        }
        if (isJsonInsteadOfText || inner.isInQuotesOfItsOwn()) {
            return Optional.of(variable)
                    .filter(value -> value.path() != null && !isHarmless(value.expression()))
                    .map(value -> (isJsonInsteadOfText ? IN_JSON_OF_ANOTHER_TYPE : IN_JSON_OF_A_TEXT)
                            .formatted(value.content()));
        }
        if (!isParameter || variable.path() == null || !isJson() || isHarmless(variable.expression())) {
            return Optional.empty();
        }
        var name = text.substring(0, Math.max(0, text.indexOf("="))).strip();
        return Optional.of(
                "%1$s stands in JSON in the parameter %2$s, where nothing escapes it; write {{%1$s | json}} there, without quotes around it"
                        .formatted(variable.content(), name));
    }

    private boolean isJson() {
        var value = text.substring(text.indexOf("=") + 1).strip().toLowerCase(Locale.ROOT);
        return text.indexOf("=") >= 0
                && (value.startsWith("{")
                        || value.startsWith("[")
                        || value.startsWith("%7b")
                        || value.startsWith("%5b"));
    }

    private static boolean isHarmless(Expression expression) {
        return expression.names().stream().anyMatch(HARMLESS::contains);
    }

    /** In a form these two are text. */
    private void mark(boolean beginsQuery) {
        if (escaping == Escaping.URL && isParameter != beginsQuery) {
            begin(beginsQuery);
        }
    }

    private void begin(boolean parameter) {
        isParameter = parameter;
        text.setLength(0);
    }
}
