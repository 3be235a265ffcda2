package org.customactions.action;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The kinds of changes to an action. */
public enum ChangeKind {
    CREATED,
    /** Its fields were set; the place in the list is one of them. */
    UPDATED,
    DELETED,
    /** It came back after it was deleted. */
    RESTORED,
    /** It moved because the list was put in order, and others gave way. */
    REORDERED;

    /** The name that clients read and the database keeps. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if no such kind exists */
    public static ChangeKind ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
