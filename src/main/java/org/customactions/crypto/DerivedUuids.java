package org.customactions.crypto;

import java.util.UUID;

/**
 * UUIDs of texts, the same each time: the prefix, then the first 24 digits of the SHA-256 hash of the namespace and the
 * text, with the digit 8 before the seventh and the tenth of them, for a UUID of version 8 (RFC 9562).
 *
 * @param prefix six hexadecimal digits, with which chance begins no other UUID of this version
 * @param namespace what keeps the texts of different things apart
 */
public record DerivedUuids(String prefix, String namespace) {

    private static final int VERSION = 8;

    /** The UUID of a text. */
    public UUID of(String text) {
        var hash = Sha256.hex(namespace + text);
        var digits = prefix + hash.substring(0, 6) + "8" + hash.substring(6, 9) + "8" + hash.substring(9, 24);
        return new UUID(
                Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16));
    }

    /** Whether a UUID has the form of these. */
    public boolean include(UUID uuid) {
        return uuid.version() == VERSION && uuid.toString().startsWith(prefix);
    }
}
