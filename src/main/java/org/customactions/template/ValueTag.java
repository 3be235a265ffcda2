package org.customactions.template;

import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.DefaultCode;
import java.io.Writer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.customactions.url.UnicodeText;

/** Writes one variable, escaped for its place and by its type. */
final class ValueTag extends DefaultCode {

    private final VariablePath path;
    private final UnaryOperator<String> escapeText;
    private final UnaryOperator<String> escapeJson;

    private ValueTag(
            TemplateContext context, String name, UnaryOperator<String> escapeText, UnaryOperator<String> escapeJson) {
        super(context, PlainFactory.INSTANCE, null, name, "");
        this.path = new VariablePath(name);
        this.escapeText = escapeText;
        this.escapeJson = escapeJson;
    }

    static ValueTag escaped(TemplateContext context, String name, Escaping escaping) {
        return new ValueTag(context, name, escaping::escape, escaping::escapeJson);
    }

    static ValueTag unescaped(TemplateContext context, String name) {
        return new ValueTag(context, name, UnaryOperator.identity(), UnaryOperator.identity());
    }

    @Override
    public Writer execute(Writer writer, List<Object> scopes) {
        var output = (RenderOutput) writer;
        var value = path.resolve(scopes, output);
        if (value instanceof String text) {
            write(output, UnicodeText.wellFormed(text), escapeText);
        } else if (value != null) {
            write(output, JsonText.of(value), escapeJson);
        }
        return output;
    }

    private static void write(RenderOutput output, String text, UnaryOperator<String> escape) {
        output.work(text.length());
        output.write(escape.apply(text));
    }
}
