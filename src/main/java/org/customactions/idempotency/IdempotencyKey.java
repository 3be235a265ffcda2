package org.customactions.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.crypto.Sha256;
import org.customactions.identity.Caller;

/**
 * A text that a client sends with each try of the same click, so that the click takes effect once. Any text will do;
 * one that nobody can guess, such as a random UUID, also keeps the answer secret.
 *
 * @param text 1–255 characters
 */
public record IdempotencyKey(String text) {

    /** The request header that carries it. */
    public static final String HEADER = "Idempotency-Key";

    /** Most characters of a key. */
    public static final int MAX_LENGTH = 255;

    /**
     * The key of a request; empty if it has none.
     *
     * @param headers the values of all headers of that name
     * @throws ApiException 400 if it is blank, too long or sent more than once
     */
    public static Optional<IdempotencyKey> of(List<String> headers) {
        if (headers.size() > 1) {
            throw ApiException.invalid(HEADER, "Idempotency-Key must be sent once");
        }
        if (headers.stream().anyMatch(text -> text.isBlank() || text.length() > MAX_LENGTH)) {
            throw ApiException.invalid(HEADER, "Idempotency-Key must be 1 to %d characters".formatted(MAX_LENGTH));
        }
        return headers.stream().findFirst().map(IdempotencyKey::new);
    }

    /** The key as one user's for one action: the same text from another user is another key. */
    public ScopedKey of(Caller caller, UUID actionId) {
        // The user's id has its length in front and the text comes last, so no two scopes look the same.
        var scope = "%s/%s/%d/%s/"
                .formatted(caller.organizationId(), actionId, caller.userId().length(), caller.userId());
        return new ScopedKey(Sha256.hex(scope + text), scope, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Leaves out the text, because it decrypts the kept answer. */
    @Override
    public String toString() {
        return "IdempotencyKey[%d characters]".formatted(text.length());
    }
}
