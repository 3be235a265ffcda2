package org.customactions.template;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The secrets of an organization that templates may use, by name. As a whole they are nothing that can be written. */
final class SecretValues extends AbstractMap<String, Object> {

    static final String ROOT = "secret";

    private final Map<String, String> values;

    SecretValues(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    Collection<String> texts() {
        return values.values();
    }

    @Override
    public boolean containsKey(Object name) {
        return true;
    }

    /** @throws MissingSecretException if there is none of that name */
    @Override
    public Object get(Object name) {
        var value = values.get(name);
        if (value == null) {
            throw new MissingSecretException((String) name);
        }
        return value;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return Set.of();
    }
}
