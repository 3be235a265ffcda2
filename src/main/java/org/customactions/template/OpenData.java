package org.customactions.template;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** Data that may have more than what is there: a name in it that has no value is not unknown. */
final class OpenData extends AbstractMap<String, Object> {

    private final Map<String, ?> values;

    OpenData(Map<String, ?> values) {
        this.values = values;
    }

    @Override
    public boolean containsKey(Object key) {
        return values.containsKey(key);
    }

    @Override
    public Object get(Object key) {
        return values.get(key);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Set<Entry<String, Object>> entrySet() {
        return ((Map<String, Object>) values).entrySet();
    }
}
