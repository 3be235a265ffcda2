package org.customactions.script.process;

/**
 * Where a script believes to be.
 *
 * @param timeZone a name of the IANA's list, such as {@code Europe/Berlin}
 * @param locale a language tag, such as {@code de-DE}
 */
public record Place(String timeZone, String locale) {

    /** Unless a request says otherwise. */
    public static final Place DEFAULT = new Place("UTC", "en-US");
}
