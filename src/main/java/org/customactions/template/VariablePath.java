package org.customactions.template;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A dotted name, looked up as in mustache(5): the first segment in the innermost scope that has it, each further one
 * only inside the value found before. But a name that begins with one of the service's own words means what the service
 * says, in every section: what a section enters is a stranger's data, and must not speak for the user.
 */
final class VariablePath {

    /** Alone too: {@code {{#user}}…{{/user}}} speaks for the user as much as {@code {{user.email}}}. */
    private static final Set<String> ROOTS = Set.of(
            "contact", "user", "organization", "response", "response_status", "response_text", "response_headers");

    /** Only if more follows. Alone they stand for nothing of the service, and items of lists have such names. */
    private static final Set<String> ROOTS_OF_PATHS = Set.of("action", "context", "input", "secret");

    private final String name;
    private final List<String> segments;
    private final boolean rooted;

    VariablePath(String name) {
        this.name = name;
        this.segments = name.equals(".") ? List.of() : List.of(name.split("\\."));
        this.rooted = !segments.isEmpty() && isRooted(segments);
    }

    private static boolean isRooted(List<String> segments) {
        var first = segments.get(0);
        return ROOTS.contains(first) || segments.size() > 1 && ROOTS_OF_PATHS.contains(first);
    }

    /** Looks up the value for one tag, null if there is none. Counts the tag and records an unknown name. */
    Object resolve(List<Object> scopes, RenderBudget budget) {
        budget.step();
        var found = find(scopes);
        if (!found.exists()) {
            budget.unknown(name);
        }
        return found.value();
    }

    /** @param scopes the outermost first; a null among them is a list's null element */
    Found find(List<Object> scopes) {
        if (segments.isEmpty()) {
            return new Found(true, scopes.get(scopes.size() - 1));
        }
        var value = rooted ? scopes.get(0) : scopeWith(segments.get(0), scopes);
        for (var segment : segments) {
            if (!(value instanceof Map<?, ?> map) || !map.containsKey(segment)) {
                return Found.NOTHING;
            }
            value = map.get(segment);
        }
        return new Found(true, value);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Object scopeWith(String name, List<Object> scopes) {
        Object any = null;
        for (int i = scopes.size() - 1; i >= 0; i--) {
            if (scopes.get(i) instanceof Map<?, ?> map && map.containsKey(name)) {
                if (!(map instanceof AnyData)) {
                    return map;
                }
                // This one has every name, so an outer scope that really has it comes first.
                any = map;
            }
        }
        return any;
    }

    /** The result of a look-up; a value that exists can be null. */
    record Found(boolean exists, Object value) {

        private static final Found NOTHING = new Found(false, null);
    }
}
