package org.customactions.template;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** Stands for data of which nothing is known: whatever child is asked for exists. */
final class AnyData extends AbstractMap<String, Object> {

    /** Renders as the number 1, which is valid in JSON with quotes around it and without. */
    static final AnyData VALUE = new AnyData(Map.of());
    /** Renders as a JSON object. */
    static final AnyData OBJECT = new AnyData(Map.of("key", VALUE));

    private final Map<String, Object> rendered;

    private AnyData(Map<String, Object> rendered) {
        this.rendered = rendered;
    }

    boolean isNumber() {
        return rendered.isEmpty();
    }

    @Override
    public boolean containsKey(Object key) {
        return true;
    }

    @Override
    public Object get(Object key) {
        return VALUE;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return rendered.entrySet();
    }
}
