package org.customactions.template;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** Stands for data about which nothing is known: it has every child. */
final class AnyData extends AbstractMap<String, Object> {

    /** Renders as the number 1, which is valid JSON with or without quotes around it. */
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
