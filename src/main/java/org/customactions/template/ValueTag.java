package org.customactions.template;

import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.DefaultCode;
import java.io.Writer;
import java.util.List;
import org.customactions.template.filter.Json;
import org.customactions.url.UnicodeText;

/** Writes one value, escaped for its place and by its type. */
final class ValueTag extends DefaultCode {

    private final Expression expression;
    private final Escaping escaping;
    private final boolean isInJson;
    private final boolean isMissed;
    private final String shown;

    /**
     * @param escaping of the value
     * @param place of the template
     */
    ValueTag(TemplateContext context, Expression expression, Escaping escaping, Escaping place) {
        super(context, PlainFactory.INSTANCE, null, null, "");
        this.expression = expression;
        this.escaping = escaping;
        this.isInJson = place.isJson();
        this.isMissed = isOfAnswer(expression.operand()) && !expression.names().contains("default");
        this.shown = expression.operand().toString();
    }

    @Override
    public Writer execute(Writer writer, List<Object> scopes) {
        var output = (RenderOutput) writer;
        if (isMissed && !((VariablePath) expression.operand()).find(scopes).exists()) {
            output.budget().lacking(shown);
        }
        var value = expression.evaluate(scopes, output.budget());
        if (value instanceof String text) {
            output.budget().work(text.length());
            escaping.writeText(output, UnicodeText.wellFormed(text), shown);
        } else if (value instanceof Json json) {
            escaping.writeJson(output, json.text(), shown);
        } else if (value != null) {
            escaping.writeJson(output, JsonText.of(value, output.budget()), shown);
        }
        if (isInJson && (value == null || "".equals(value))) {
            output.missing(shown);
        }
        return output;
    }

    private static boolean isOfAnswer(Operand operand) {
        return operand instanceof VariablePath path
                && path.isRooted()
                && path.segments().get(0).startsWith("response");
    }
}
