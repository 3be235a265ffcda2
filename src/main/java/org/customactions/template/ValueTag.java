package org.customactions.template;

import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.DefaultCode;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.customactions.template.filter.Json;
import org.customactions.url.PercentEncoding;
import org.customactions.url.UnicodeText;

/** Writes one value, escaped for its place and by its type. */
final class ValueTag extends DefaultCode {

    private final Expression expression;
    private final int start;
    private final Escaping escaping;
    private final Escaping place;
    private final boolean isInJson;
    private final boolean isMissed;
    private final String shown;

    /**
     * @param token the tag
     * @param escaping of the value
     * @param place of the template
     */
    ValueTag(TemplateContext context, Token token, Escaping escaping, Escaping place) {
        super(context, PlainFactory.INSTANCE, null, null, "");
        this.expression = token.expression();
        this.start = token.start();
        this.escaping = escaping;
        this.place = place;
        this.isInJson = place.isJson();
        this.isMissed = isOfAnswer(expression.operand()) && !expression.names().contains("default");
        this.shown = expression.operand().toString();
    }

    @Override
    public Writer execute(Writer writer, List<Object> scopes) {
        var output = (RenderOutput) writer;
        if (isInJson) {
            output.comesFrom(start, start);
        }
        if (isMissed && !((VariablePath) expression.operand()).find(scopes).exists()) {
            output.budget().lacking(shown);
        }
        var value = expression.evaluate(scopes, output.budget());
        var written = output.length();
        if (value instanceof String text) {
            output.budget().work(text.length());
            escaping.writeText(output, UnicodeText.wellFormed(text), shown);
        } else if (value instanceof Json json) {
            escaping.writeJson(output, json.text(), shown);
        } else if (value != null) {
            escaping.writeJson(output, JsonText.of(value, output.budget()), shown);
        }
        if (isHidden(value, output)) {
            hide(output.from(written), output);
        }
        if (isInJson && (value == null || "".equals(value))) {
            output.missing(shown, start);
        }
        return output;
    }

    private static boolean isHidden(Object value, RenderOutput output) {
        var hidden = output.budget().hidden();
        return value instanceof String text && hidden.has(text)
                || value instanceof Json json && hidden.has(json.text());
    }

    /** As it was written, and as it stands in a URL if it was not escaped for one. */
    private void hide(String written, RenderOutput output) {
        output.budget().hidden().add(written);
        if (place == Escaping.URL && escaping != place) {
            output.budget().hidden().add(PercentEncoding.rest(written));
        }
        if (place == Escaping.HEADER) {
            // Headers go out as UTF-8, and come back with a character for each byte.
            output.budget()
                    .hidden()
                    .add(new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
    }

    private static boolean isOfAnswer(Operand operand) {
        return operand instanceof VariablePath path
                && path.isRooted()
                && path.segments().get(0).startsWith("response");
    }
}
