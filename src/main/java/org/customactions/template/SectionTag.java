package org.customactions.template;

import com.github.mustachejava.Mustache;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.IterableCode;
import java.io.Writer;
import java.util.List;

/** Renders its content once for a true value and once for each element of a list. */
final class SectionTag extends IterableCode {

    private final VariablePath path;

    SectionTag(TemplateContext context, Mustache content, String name) {
        super(context, PlainFactory.INSTANCE, content, name);
        this.path = new VariablePath(name);
    }

    @Override
    public Writer execute(Writer writer, List<Object> scopes) {
        return execute(writer, path.resolve(scopes, ((RenderOutput) writer).budget()), scopes);
    }

    @Override
    public Writer next(Writer writer, Object element, List<Object> scopes) {
        ((RenderOutput) writer).budget().step();
        // A null element is a scope too. Otherwise {{.}} would write the scope around the list instead.
        scopes.add(element);
        run(writer, scopes);
        scopes.remove(scopes.size() - 1);
        return writer;
    }
}
