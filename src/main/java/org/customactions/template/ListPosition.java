package org.customactions.template;

import java.util.List;

/** Where a section over a list is. It stands below the element among the scopes. */
final class ListPosition {

    private static final String FIRST = "-first";
    private static final String LAST = "-last";
    private static final String INDEX = "-index";

    private final int size;
    private int index;

    ListPosition(int size) {
        this.size = size;
    }

    void next() {
        index++;
    }

    /** Whether a name means a position. */
    static boolean isNamed(String name) {
        return name.equals(FIRST) || name.equals(LAST) || name.equals(INDEX);
    }

    /** The position in the innermost list; null if there is no list around. */
    static Object find(String name, List<Object> scopes) {
        for (int i = scopes.size() - 1; i >= 0; i--) {
            if (scopes.get(i) instanceof ListPosition position) {
                return position.get(name);
            }
        }
        return null;
    }

    private Object get(String name) {
        return switch (name) {
            case FIRST -> index == 1;
            case LAST -> index == size;
            default -> index;
        };
    }
}
