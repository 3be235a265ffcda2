package org.customactions.template;

import com.github.mustachejava.Binding;
import com.github.mustachejava.Code;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.reflect.AbstractObjectHandler;
import com.github.mustachejava.util.Wrapper;
import java.util.List;

/**
 * Finds values by map keys only, never by methods or fields. mustache.java itself iterates and decides what counts as
 * false: false, null, a missing value, an empty string and an empty list do; 0 and an empty map do not.
 */
final class PlainObjectHandler extends AbstractObjectHandler {

    @Override
    public Binding createBinding(String name, TemplateContext context, Code code) {
        // Text and the template as a whole have no name.
        return name == null ? scopes -> null : find(name, List.of())::call;
    }

    @Override
    public Wrapper find(String name, List<Object> scopes) {
        var path = new VariablePath(name);
        return current -> path.find(current).value();
    }
}
