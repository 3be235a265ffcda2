package org.customactions.template;

import static java.util.Map.entry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sample variables for checking templates when they are saved, and for previews. */
public final class SampleVariables {

    private static final Map<String, Object> USER = ordered(
            entry("id", "1b0c7e52-4f7e-4c6b-9a83-0d5a3c1f2e10"),
            entry("name", "Sam Okafor"),
            entry("email", "sam.okafor@example.com"),
            entry("role", "agent"));
    private static final Map<String, Object> ORGANIZATION =
            ordered(entry("id", "2c9d8f63-5a8f-4d7c-8b94-1e6b4d2a3f21"), entry("name", "Example Ltd"));
    private static final Map<String, Object> METADATA =
            ordered(entry("plan", "pro"), entry("order", ordered(entry("id", 1042), entry("open", true))));

    private SampleVariables() {}

    /**
     * Variables to render a template with when it is saved. Any {@code contact.metadata.<path>} exists: it renders as
     * the number 1, is true in a section and has every child; {@code contact.metadata} itself renders as a JSON object.
     * The other values are text, so a variable without quotes around it gives broken JSON.
     */
    public static Map<String, Object> forChecking() {
        return variables(AnyData.OBJECT);
    }

    /** The variables of {@link #forChecking()} and a {@code response} in which any path exists too. */
    public static Map<String, Object> forCheckingResults() {
        var variables = new LinkedHashMap<>(variables(AnyData.OBJECT));
        variables.put("response", AnyData.VALUE);
        return Collections.unmodifiableMap(variables);
    }

    /** A realistic contact, user and organization as plain data. */
    public static Map<String, Object> forPreview() {
        return variables(METADATA);
    }

    private static Map<String, Object> variables(Map<String, Object> metadata) {
        var contact = ordered(
                entry("id", "3dae9074-6b90-4e8d-9ca5-2f7c5e3b4032"),
                entry("phone_number", "+15550100"),
                entry("name", "Ada Example"),
                entry("profile_name", "Ada"),
                entry("tags", List.of("vip", "sales")),
                entry("metadata", metadata));
        return ordered(entry("contact", contact), entry("user", USER), entry("organization", ORGANIZATION));
    }

    /** Keeps the order: a body looks the same each time, and a contact's fields are in the order of a real contact. */
    @SafeVarargs
    private static Map<String, Object> ordered(Map.Entry<String, Object>... entries) {
        var values = new LinkedHashMap<String, Object>();
        for (var entry : entries) {
            values.put(entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableMap(values);
    }
}
