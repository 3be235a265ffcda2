package org.customactions.template;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** Stands for data about which nothing is known: it has every child. */
final class AnyData extends AbstractMap<String, Object> {

    /** Renders as the number 1, which is valid JSON with or without quotes around it. */
    static final AnyData VALUE = new AnyData(Map.of(), null);
    /** Renders as a JSON object. */
    static final AnyData OBJECT = new AnyData(Map.of("key", VALUE), null);
    /** Renders as a JSON object, and each of its children as text. */
    static final AnyData TEXTS = new AnyData(Map.of("key", "text"), "text");

    private final Map<String, Object> rendered;
    private final Object child;

    private AnyData(Map<String, Object> rendered, Object child) {
        this.rendered = rendered;
        this.child = child;
    }

    boolean isNumber() {
        return rendered.isEmpty();
    }

    /** No filter may take it for missing. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public boolean containsKey(Object key) {
        return true;
    }

    @Override
    public Object get(Object key) {
        return child == null ? VALUE : child;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return rendered.entrySet();
    }
}
