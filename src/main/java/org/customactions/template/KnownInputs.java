package org.customactions.template;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.customactions.text.Spelling;

/** The inputs of an action while its templates are judged. The value of each may be anything. */
public final class KnownInputs extends AbstractMap<String, Object> {

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final boolean mayBeMore;

    private KnownInputs(Collection<String> names, boolean mayBeMore) {
        names.forEach(name -> values.put(name, AnyData.VALUE));
        this.mayBeMore = mayBeMore;
    }

    /** These, and no others. */
    public static KnownInputs of(Collection<String> names) {
        return new KnownInputs(names, false);
    }

    /** These, and perhaps others: a name that is spelt like one of these is a mistake all the same. */
    public static KnownInputs atLeast(Collection<String> names) {
        return new KnownInputs(names, true);
    }

    @Override
    public boolean containsKey(Object name) {
        return values.containsKey(name)
                || (mayBeMore
                        && Spelling.nearest((String) name, values.keySet()).isEmpty());
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? AnyData.VALUE : null;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return values.entrySet();
    }
}
