package org.customactions.kind;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.customactions.api.JsonFields;

/** The kinds of action. */
public enum ActionType {
    /** Calls an API with the contact's data filled in. */
    WEBHOOK,
    /** Opens a page through a one-time redirect. */
    URL,
    /** Runs a script in a sandbox that steers the UI. */
    JAVASCRIPT;

    /** The name that clients write and the database keeps. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type that a request names; a complaint is left in the fields where it names none. */
    public static Optional<ActionType> read(JsonFields fields) {
        return fields.text("action_type").flatMap(name -> {
            var type = ofWireName(name);
            fields.expect(type.isPresent(), "action_type", "webhook, url or javascript");
            return type;
        });
    }

    public static Optional<ActionType> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(name))
                .findFirst();
    }
}
