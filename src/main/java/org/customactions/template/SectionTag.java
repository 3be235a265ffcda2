package org.customactions.template;

import com.github.mustachejava.Mustache;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.codes.IterableCode;
import java.io.Writer;
import java.util.List;

/** Renders its content once for a true value and once for each element of a list. */
final class SectionTag extends IterableCode {

    private final VariablePath path;

    SectionTag(TemplateContext context, Mustache content, VariablePath path) {
        super(context, PlainFactory.INSTANCE, content, path.toString());
        this.path = path;
    }

    @Override
    public Writer execute(Writer writer, List<Object> scopes) {
        var value = path.resolve(scopes, ((RenderOutput) writer).budget());
        if (value instanceof AnyData) {
            // It may be a list, so tags that tell where a section is in one have to find something.
            return iterate(writer, List.of(value), scopes);
        }
        return value instanceof List<?> list ? iterate(writer, list, scopes) : execute(writer, value, scopes);
    }

    private Writer iterate(Writer writer, List<?> list, List<Object> scopes) {
        scopes.add(new ListPosition(list.size()));
        execute(writer, list, scopes);
        scopes.remove(scopes.size() - 1);
        return writer;
    }

    @Override
    public Writer next(Writer writer, Object element, List<Object> scopes) {
        ((RenderOutput) writer).budget().step();
        if (scopes.get(scopes.size() - 1) instanceof ListPosition position) {
            position.next();
        }
        // A null element is a scope too. Otherwise {{.}} would write the scope around the list instead.
        scopes.add(element);
        run(writer, scopes);
        scopes.remove(scopes.size() - 1);
        return writer;
    }
}
