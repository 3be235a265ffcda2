package org.customactions.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Variables to check templates with when they are saved, and to preview them with. */
public final class SampleVariables {
    private static final Map<String, Object> USER = Map.of(
            "id", "1b0c7e52-4f7e-4c6b-9a83-0d5a3c1f2e10",
            "name", "Sam Okafor",
            "email", "sam.okafor@example.com",
            "role", "agent");
    private static final Map<String, Object> ORGANIZATION =
            Map.of("id", "2c9d8f63-5a8f-4d7c-8b94-1e6b4d2a3f21", "name", "Example Ltd");
    private static final Map<String, Object> METADATA =
            Map.of("plan", "pro", "order", Map.of("id", 1042, "open", true));

    private SampleVariables() {}

    /**
     * Variables to render a template with when it is saved. Any {@code contact.metadata.<path>} exists: it renders as
     * the number 1, is true in a section and has every child; {@code contact.metadata} itself renders as a JSON object.
     * The other values are text, so that one of them without quotes shows itself as broken JSON.
     */
    public static Map<String, Object> forChecking() {
        return variables(AnyData.OBJECT);
    }

    /** As {@link #forChecking()}, with a {@code response} of which any path exists too. */
    public static Map<String, Object> forCheckingResults() {
        Map<String, Object> variables = new HashMap<>(variables(AnyData.OBJECT));
        variables.put("response", AnyData.VALUE);
        return Map.copyOf(variables);
    }

    /** A believable contact, user and organization, all of it plain data. */
    public static Map<String, Object> forPreview() {
        return variables(METADATA);
    }

    private static Map<String, Object> variables(Map<String, Object> metadata) {
        Map<String, Object> contact = Map.of(
                "id", "3dae9074-6b90-4e8d-9ca5-2f7c5e3b4032",
                "phone_number", "+15550100",
                "name", "Ada Example",
                "profile_name", "Ada",
                "tags", List.of("vip", "sales"),
                "metadata", metadata);
        return Map.of("contact", contact, "user", USER, "organization", ORGANIZATION);
    }
}
