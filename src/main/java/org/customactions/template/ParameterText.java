package org.customactions.template;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The value of the parameter that a template of a URL or of a form is writing, or the text it writes. A value in the
 * midst of JSON is encoded for the parameter, but nobody escapes it for the JSON unless a filter does; in text it stays
 * as it is.
 */
final class ParameterText {

    /** What these make of any value cannot end a string of JSON. */
    private static final Set<String> HARMLESS = Set.of("json", "url", "base64", "sha256", "digits", "tel", "size");

    private static final String JSON_INSTEAD_OF_FORM =
            "This is JSON, but its Content-Type is that of a form, so values are written as in a form; set Content-Type to"
                    + " application/json";

    private static final String JSON_IN_TEXT =
            "This is JSON, but values are put in as they are here, so a quote in one breaks it; write {{%s | json}}, without"
                    + " quotes around it, or for a body set Content-Type to application/json";

    /**
     * An object with a name in quotes, or a list of texts, both also in lists. A bracket alone may begin a sentence.
     */
    private static final Pattern BEGIN_OF_JSON =
            Pattern.compile("(?:\\[\\s*)*\\{\\s*\".*|(?:\\[\\s*)+\".*", Pattern.DOTALL);

    private final Escaping escaping;
    private final boolean isLookedAt;
    private final StringBuilder text = new StringBuilder();
    private boolean isParameter;
    private boolean hasBegun;
    private boolean isJsonInsteadOfForm;
    private boolean isJsonInText;

    ParameterText(Escaping escaping) {
        this.escaping = escaping;
        this.isLookedAt = escaping == Escaping.URL || escaping == Escaping.FORM;
        this.isParameter = escaping == Escaping.FORM;
    }

    void add(String piece) {
        begin(piece.strip());
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
            isJsonInText =
                    escaping == Escaping.TEXT && BEGIN_OF_JSON.matcher(piece).matches();
        }
    }

    /** What to say of a variable in this place. */
    Optional<String> complaint(Token variable) {
        if (isJsonInsteadOfForm) {
            return Optional.of(JSON_INSTEAD_OF_FORM);
        }
        if (variable.path() == null || isHarmless(variable.expression())) {
            return Optional.empty();
        }
        if (isJsonInText) {
            return Optional.of(JSON_IN_TEXT.formatted(variable.content()));
        }
        if (!isParameter || !isJson()) {
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
