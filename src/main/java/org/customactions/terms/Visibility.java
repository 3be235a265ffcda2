package org.customactions.terms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.customactions.api.JsonFields;

/**
 * Who has the button, and for whom. An empty list restricts nothing.
 *
 * @param roles up to 20 roles of callers; the case of letters does not count
 * @param tags up to 20 tags of contacts
 */
record Visibility(List<String> roles, List<String> tags) {

    static final String NAME = "visible_to";
    static final Visibility ANYBODY = new Visibility(List.of(), List.of());

    private static final int MAX_TEXTS = 20;
    private static final int MAX_LENGTH = 100;
    private static final String ROLES = "roles";
    private static final String TAGS = "tags";

    /** Reads {@code visible_to}, if it was sent; complaints are left in the fields. */
    static Optional<Visibility> read(JsonFields fields) {
        return fields.object(NAME)
                .map(lists -> lists.refuseUnknown(Set.of(ROLES, TAGS), Set.of()))
                .map(lists -> new Visibility(texts(lists, ROLES), texts(lists, TAGS)));
    }

    private static List<String> texts(JsonFields fields, String name) {
        return fields.array(name)
                .filter(list -> fields.expect(
                        list.size() <= MAX_TEXTS
                                && StreamSupport.stream(list.spliterator(), false)
                                        .allMatch(Visibility::isText),
                        name,
                        "a list of at most %d texts of 1 to %d characters".formatted(MAX_TEXTS, MAX_LENGTH)))
                .map(Visibility::texts)
                .orElse(List.of());
    }

    private static boolean isText(JsonNode json) {
        var text = json.isTextual() ? json.textValue().strip() : "";
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= MAX_LENGTH;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(text -> text.asText().strip())
                .distinct()
                .toList();
    }

    /** Whether a caller with these roles has the button. */
    boolean isForRoles(Collection<String> given) {
        return roles.isEmpty()
                || given.stream()
                        .map(Visibility::comparable)
                        .anyMatch(role ->
                                roles.stream().map(Visibility::comparable).anyMatch(role::equals));
    }

    private static String comparable(String role) {
        return role.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the button is there for a contact with these tags. */
    boolean isForTags(Collection<?> given) {
        return tags.isEmpty()
                || given.stream().anyMatch(tag -> tag instanceof String text && tags.contains(text.strip()));
    }

    boolean isAnybody() {
        return roles.isEmpty() && tags.isEmpty();
    }

    ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode();
        put(json, ROLES, roles);
        put(json, TAGS, tags);
        return json;
    }

    private static void put(ObjectNode json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            var list = json.putArray(name);
            texts.forEach(list::add);
        }
    }
}
