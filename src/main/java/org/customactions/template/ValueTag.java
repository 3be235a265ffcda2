package org.customactions.template;

import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.DefaultCode;
import java.io.Writer;
import java.util.List;
import org.customactions.url.UnicodeText;

/** Writes one variable, escaped for its place and by its type. */
final class ValueTag extends DefaultCode {

    private final VariablePath path;
    private final Escaping escaping;

    private ValueTag(TemplateContext context, String name, Escaping escaping) {
        super(context, PlainFactory.INSTANCE, null, name, "");
        this.path = new VariablePath(name);
        this.escaping = escaping;
    }

    static ValueTag escaped(TemplateContext context, String name, Escaping escaping) {
        return new ValueTag(context, name, escaping);
    }

    static ValueTag unescaped(TemplateContext context, String name) {
        return new ValueTag(context, name, Escaping.TEXT);
    }

    @Override
    public Writer execute(Writer writer, List<Object> scopes) {
        var output = (RenderOutput) writer;
        var value = path.resolve(scopes, output.budget());
        if (value instanceof String text) {
            output.budget().work(text.length());
            escaping.writeText(output, UnicodeText.wellFormed(text), path.toString());
        } else if (value != null) {
            escaping.writeJson(output, JsonText.of(value, output.budget()), path.toString());
        }
        return output;
    }
}
