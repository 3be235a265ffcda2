package org.customactions.template;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A dotted name, looked up as in mustache(5): the first segment in the innermost scope that has it, each further one
 * only inside the value found before. A number is an index of a list, from 0. But a name that begins with one of the
 * service's own words means what the service says, in every section: what a section enters is a stranger's data, and
 * must not speak for the user. And {@code -first}, {@code -last} and {@code -index} tell where a section over a list
 * is.
 */
final class VariablePath implements Operand {

    /** Alone too: {@code {{#user}}…{{/user}}} speaks for the user as much as {@code {{user.email}}}. */
    private static final Set<String> ROOTS = Set.of(
            "contact", "user", "organization", "response", "response_status", "response_text", "response_headers");

    /** Only if more follows. Alone they stand for nothing of the service, and items of lists have such names. */
    private static final Set<String> ROOTS_OF_PATHS = Set.of("action", "context", "input", "secret");

    private static final int MAX_INDEX_DIGITS = 9;

    private final String name;
    private final List<String> segments;
    private final boolean rooted;
    private final boolean isPosition;

    /**
     * @param name as it is written in the template
     * @param segments its parts; none for the innermost scope itself
     */
    VariablePath(String name, List<String> segments) {
        this.name = name;
        this.segments = List.copyOf(segments);
        this.rooted = !segments.isEmpty() && isRooted(segments);
        this.isPosition = ListPosition.isNamed(name);
    }

    private static boolean isRooted(List<String> segments) {
        var first = segments.get(0);
        return ROOTS.contains(first) || segments.size() > 1 && ROOTS_OF_PATHS.contains(first);
    }

    List<String> segments() {
        return segments;
    }

    /** Whether it means what the service says, whatever section is around it. */
    boolean isRooted() {
        return rooted;
    }

    @Override
    public Object resolve(List<Object> scopes, RenderBudget budget) {
        budget.step();
        var found = find(scopes);
        if (!found.exists() && !isOpen(scopes)) {
            budget.unknown(name);
        }
        return found.value();
    }

    /** @param scopes the outermost first; a null among them is a list's null element */
    Found find(List<Object> scopes) {
        if (segments.isEmpty()) {
            return new Found(true, scopes.get(scopes.size() - 1));
        }
        if (isPosition) {
            var position = ListPosition.find(name, scopes);
            return position == null ? Found.NOTHING : new Found(true, position);
        }
        var value = rooted ? scopes.get(0) : scopeWith(segments.get(0), scopes);
        for (var segment : segments) {
            var parent = value;
            value = child(parent, segment);
            if (value == null && !has(parent, segment)) {
                return Found.NOTHING;
            }
        }
        return value instanceof SecretValues ? Found.NOTHING : new Found(true, value);
    }

    /** The secret that it names; null if it names none. */
    String secret() {
        return rooted && segments.get(0).equals(SecretValues.ROOT)
                ? String.join(".", segments.subList(1, segments.size()))
                : null;
    }

    /** Whether the name begins with a word below which anything may be. */
    private boolean isOpen(List<Object> scopes) {
        return rooted && scopes.get(0) instanceof Map<?, ?> all && all.get(segments.get(0)) instanceof OpenData;
    }

    @Override
    public String toString() {
        return name;
    }

    private static Object child(Object parent, String segment) {
        if (parent instanceof Map<?, ?> map) {
            return map.get(segment);
        }
        return has(parent, segment) ? ((List<?>) parent).get(index(segment)) : null;
    }

    private static boolean has(Object value, String segment) {
        if (value instanceof Map<?, ?> map) {
            return map.containsKey(segment);
        }
        return value instanceof List<?> list && index(segment) >= 0 && index(segment) < list.size();
    }

    /** The index that a segment means; -1 if it means none. */
    private static int index(String segment) {
        var length = segment.length();
        if (length > MAX_INDEX_DIGITS || length > 1 && segment.charAt(0) == '0') {
            return -1;
        }
        var index = 0;
        for (int i = 0; i < length; i++) {
            var digit = segment.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            index = 10 * index + digit;
        }
        return index;
    }

    private static Object scopeWith(String name, List<Object> scopes) {
        Object any = null;
        for (int i = scopes.size() - 1; i >= 0; i--) {
            var scope = scopes.get(i);
            if (has(scope, name)) {
                if (!(scope instanceof AnyData)) {
                    return scope;
                }
                // This one has every name, so an outer scope that really has it comes first.
                any = scope;
            }
        }
        return any;
    }

    /** The result of a look-up; a value that exists can be null. */
    record Found(boolean exists, Object value) {

        private static final Found NOTHING = new Found(false, null);
    }
}
