package org.customactions.template;

import com.github.mustachejava.Binding;
import com.github.mustachejava.Code;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.reflect.AbstractObjectHandler;
import com.github.mustachejava.util.Wrapper;
import java.util.List;

/**
 * Finds no values, neither by methods nor by fields: each tag has a path of its own for that. mustache.java iterates
 * and decides what counts as false: false, null, a missing value, an empty string and an empty list do; 0 and an empty
 * map do not.
 */
final class PlainObjectHandler extends AbstractObjectHandler {

    @Override
    public Binding createBinding(String name, TemplateContext context, Code code) {
        return scopes -> null;
    }

    @Override
    public Wrapper find(String name, List<Object> scopes) {
        return current -> null;
    }
}
