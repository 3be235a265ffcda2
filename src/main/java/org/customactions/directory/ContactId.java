package org.customactions.directory;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.customactions.api.Uuids;
import org.customactions.crypto.DerivedUuids;

/**
 * The id of a contact. Columns hold UUIDs; an id of another form has one that is derived from it, the same each time. A
 * UUID of that form counts as a text, so that no id takes the UUID of another.
 *
 * @param uuid what rows name the contact by
 * @param text as its platform writes it
 */
public record ContactId(UUID uuid, String text) {

    private static final DerivedUuids DERIVED = new DerivedUuids("ac7106", "custom-actions/contact/");

    /** Never a segment that a path would drop. */
    private static final Pattern FORM = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._:@+-]{1,128}");

    /** What the form above is, for sentences. */
    public static final String FORM_IN_WORDS = "a text of 1 to 128 letters, digits and ._:@+- other than . and ..";

    /** The id of a contact in the table. */
    public static ContactId of(UUID uuid) {
        return new ContactId(uuid, uuid.toString());
    }

    /** Of a platform's own form; empty for a text that is no id. */
    public static Optional<ContactId> ofPlatform(String text) {
        return text != null && FORM.matcher(text).matches()
                ? Optional.of(Uuids.parse(text)
                        .filter(uuid -> uuid.toString().equals(text) && !DERIVED.include(uuid))
                        .map(ContactId::of)
                        .orElseGet(() -> new ContactId(DERIVED.of(text), text)))
                : Optional.empty();
    }

    /** What a row keeps beside the UUID; empty if the UUID tells it all. */
    public Optional<String> ownForm() {
        return uuid.toString().equals(text) ? Optional.empty() : Optional.of(text);
    }
}
