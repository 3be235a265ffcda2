package org.customactions.template;

import java.util.List;
import java.util.Map;

/**
 * A dotted name, looked up the way mustache(5) does: the first segment in the innermost scope that has it, every
 * further one strictly inside what was found.
 */
final class VariablePath {

    private final String name;
    private final List<String> segments;

    VariablePath(String name) {
        this.name = name;
        this.segments = name.equals(".") ? List.of() : List.of(name.split("\\."));
    }

    /** The value for one tag that is being filled in, null where there is none. */
    Object resolve(List<Object> scopes, RenderOutput output) {
        output.step();
        var found = find(scopes);
        if (!found.exists()) {
            output.unknown(name);
        }
        return found.value();
    }

    /** @param scopes the outermost first; a null among them is a list's null element */
    Found find(List<Object> scopes) {
        if (segments.isEmpty()) {
            return new Found(true, scopes.get(scopes.size() - 1));
        }
        var value = scopeWith(segments.get(0), scopes);
        for (var segment : segments) {
            if (!(value instanceof Map<?, ?> map) || !map.containsKey(segment)) {
                return Found.NOTHING;
            }
            value = map.get(segment);
        }
        return new Found(true, value);
    }

    private static Object scopeWith(String name, List<Object> scopes) {
        Object any = null;
        for (int i = scopes.size() - 1; i >= 0; i--) {
            if (scopes.get(i) instanceof Map<?, ?> map && map.containsKey(name)) {
                if (!(map instanceof AnyData)) {
                    return map;
                }
                // Has every name, so an outer scope that truly has it comes first.
                any = map;
            }
        }
        return any;
    }

    /** What a path leads to; a null that exists is found. */
    record Found(boolean exists, Object value) {

        private static final Found NOTHING = new Found(false, null);
    }
}
