package org.customactions.template;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.customactions.text.HiddenTexts;

/**
 * The variables of an execution. {@code {{.}}} writes the contact, the user and the organization, as it always has; the
 * others are there by their names only.
 */
public final class Variables extends AbstractMap<String, Object> {

    private final Map<String, Object> written;
    private final Map<String, Object> byName;

    private Variables(Map<String, Object> written, Map<String, Object> byName) {
        this.written = written;
        this.byName = byName;
    }

    /** Variables that are all written by {@code {{.}}}. */
    public static Variables of(Map<String, Object> written) {
        return written instanceof Variables variables ? variables : new Variables(written, Map.of());
    }

    /** These and one more that {@code {{.}}} writes too. */
    public Variables with(String name, Object value) {
        var more = new LinkedHashMap<>(written);
        more.put(name, value);
        return new Variables(more, byName);
    }

    /** These and more that are there by their names only. */
    public Variables withNamed(Map<String, Object> more) {
        var all = new LinkedHashMap<>(byName);
        all.putAll(more);
        return new Variables(written, all);
    }

    /**
     * These and the secrets of an organization, each by {@code secret.<name>}. Whatever is filled in with them hides
     * them, see {@link RenderBudget#hidden()}.
     */
    public Variables withSecrets(Map<String, String> values) {
        return withNamed(Map.of(SecretValues.ROOT, new SecretValues(values)));
    }

    /** Hides the secrets among them. */
    void hideIn(HiddenTexts hidden) {
        if (byName.get(SecretValues.ROOT) instanceof SecretValues secrets) {
            secrets.texts().forEach(hidden::add);
        }
    }

    /** An object that may have more than what is given, such as what a page hands over. */
    public static Map<String, Object> open(Map<String, ?> given) {
        return new OpenData(given);
    }

    @Override
    public boolean containsKey(Object name) {
        return written.containsKey(name) || byName.containsKey(name);
    }

    @Override
    public Object get(Object name) {
        return byName.containsKey(name) ? byName.get(name) : written.get(name);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return written.entrySet();
    }
}
