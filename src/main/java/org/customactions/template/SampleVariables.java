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
    private static final Map<String, Object> CLICK = ordered(
            entry(
                    "action",
                    ordered(entry("id", "5f2a1f0e-8d4b-4a86-b0a5-6c1e9d7f3b64"), entry("name", "Example action"))),
            entry("execution", ordered(entry("id", "6a3b2c1d-9e5c-4b97-81b6-7d2f0e8a4c75"))),
            entry("now", "2024-01-31T09:00:00Z"));

    private SampleVariables() {}

    /**
     * Variables to render a template with when it is saved. Any {@code contact.metadata.<path>} exists: it renders as
     * the number 1, is true in a section and has every child; {@code contact.metadata} itself renders as a JSON object.
     * The other values are text, so a variable without quotes around it gives broken JSON.
     */
    public static Map<String, Object> forChecking() {
        return checking();
    }

    /** The variables of {@link #forChecking()}, with these inputs alone. */
    public static Map<String, Object> forChecking(KnownInputs inputs) {
        return checking().withNamed(Map.of("input", inputs));
    }

    /** The variables of {@link #forCheckingResults()}, with these inputs alone. */
    public static Map<String, Object> forCheckingResults(KnownInputs inputs) {
        return Variables.of(forCheckingResults()).withNamed(Map.of("input", inputs));
    }

    /** The variables of {@link #forChecking()} and a {@code response} in which any path exists too. */
    public static Map<String, Object> forCheckingResults() {
        return checking()
                .with("response", AnyData.VALUE)
                .withNamed(ordered(
                        entry("response_status", 200),
                        entry("response_text", "text"),
                        entry("response_headers", AnyData.TEXTS)));
    }

    /** The contact, the user and the organization of {@link #forChecking()}, and nothing else. */
    public static Map<String, Object> forConfirmations() {
        return variables(AnyData.OBJECT);
    }

    /** A realistic contact, user and organization as plain data, an action and an execution. */
    public static Map<String, Object> forPreview() {
        return variables(METADATA).withNamed(CLICK);
    }

    /** What is handed over may be anything; a secret is text. */
    private static Variables checking() {
        return variables(AnyData.OBJECT)
                .withNamed(CLICK)
                .withNamed(ordered(
                        entry("input", AnyData.OBJECT),
                        entry("context", AnyData.OBJECT),
                        entry("secret", AnyData.TEXTS)));
    }

    private static Variables variables(Map<String, Object> metadata) {
        var contact = ordered(
                entry("id", "3dae9074-6b90-4e8d-9ca5-2f7c5e3b4032"),
                entry("phone_number", "+15550100"),
                entry("name", "Ada Example"),
                entry("profile_name", "Ada"),
                entry("tags", List.of("vip", "sales")),
                entry("metadata", metadata));
        return Variables.of(
                ordered(entry("contact", contact), entry("user", USER), entry("organization", ORGANIZATION)));
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
