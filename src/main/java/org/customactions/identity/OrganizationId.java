package org.customactions.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.Uuids;
import org.customactions.crypto.DerivedUuids;
import org.customactions.text.HeaderRules;

/**
 * The id of an organization. Platforms use UUIDs, numbers or other texts; rows have a UUID. A text that is none has one
 * that is derived from it, the same each time.
 *
 * <p>Somebody who may choose an organization's id could choose the UUID that another one's text gives. So a UUID of
 * that form is not taken as it is: it counts as a text and has a UUID derived from it.
 *
 * @param uuid what rows are stored under
 * @param text as the platform writes it
 */
public record OrganizationId(UUID uuid, String text) {

    private static final DerivedUuids DERIVED = new DerivedUuids("ac7105", "custom-actions/organization/");
    private static final int MAX_LENGTH = 128;

    /** An organization of a platform that uses UUIDs. */
    public static OrganizationId of(UUID uuid) {
        return new OrganizationId(uuid, uuid.toString());
    }

    /** Empty for a text that is blank, longer than 128 characters or has control characters. */
    static Optional<OrganizationId> parse(String text) {
        var uuid = Uuids.parse(text);
        if (uuid.isPresent()) {
            return uuid.map(id -> DERIVED.include(id) ? derived(id.toString()) : of(id));
        }
        return isUsable(text) ? Optional.of(derived(text)) : Optional.empty();
    }

    /**
     * The id in a claim; empty if it is neither a text that can be one nor a whole number that is written as digits.
     */
    static Optional<OrganizationId> parse(JsonNode claim) {
        if (claim.isIntegralNumber()) {
            return parse(claim.bigIntegerValue().toString());
        }
        return claim.isTextual() ? parse(claim.textValue()) : Optional.empty();
    }

    private static boolean isUsable(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= MAX_LENGTH
                && text.chars().noneMatch(HeaderRules::isControl)
                // Half a character has no bytes of its own, so two texts could have the same hash.
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static OrganizationId derived(String text) {
        return new OrganizationId(DERIVED.of(text), text);
    }
}
