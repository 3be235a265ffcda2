package org.customactions.action;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can be done to an action. */
public enum ChangeKind {
    CREATED,
    /** Its fields were set, be it the place in the list too. */
    UPDATED,
    DELETED,
    /** It took another place because the list was put in order. */
    REORDERED;

    /** The name that clients read and the database keeps. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such kind */
    public static ChangeKind ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
