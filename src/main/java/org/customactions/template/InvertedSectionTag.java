package org.customactions.template;

import com.github.mustachejava.Mustache;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.NotIterableCode;
import java.io.Writer;
import java.util.List;

/** Renders its content once if the value is false, empty or missing. */
final class InvertedSectionTag extends NotIterableCode {

    private final VariablePath path;

    InvertedSectionTag(TemplateContext context, Mustache content, VariablePath path) {
        super(context, PlainFactory.INSTANCE, content, path.toString());
        this.path = path;
    }

    @Override
    public Writer execute(Writer writer, List<Object> scopes) {
        return execute(writer, path.resolve(scopes, ((RenderOutput) writer).budget()), scopes);
    }
}
