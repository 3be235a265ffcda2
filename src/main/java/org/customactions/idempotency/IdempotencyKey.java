package org.customactions.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.crypto.Sha256;
import org.customactions.identity.Caller;

/**
 * What a client sends with each try of one and the same click, so that it takes effect once. Any text will do; one that
 * cannot be guessed, such as a random UUID, also keeps the answer to it secret.
 *
 * @param text 1–255 characters
 */
public record IdempotencyKey(String text) {

    /** The request header that carries it. */
    public static final String HEADER = "Idempotency-Key";

    /** Most characters of a key. */
    public static final int MAX_LENGTH = 255;

    /**
     * The key of a request; empty when it has none.
     *
     * @param headers the values of all headers of that name
     * @throws ApiException 400 when it is empty, too long, or there are several
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

    /** The key as one user's for one action: the same text is another key to anybody else. */
    public ScopedKey of(Caller caller, UUID actionId) {
        // The text comes last, and the length of the one before it is told, so that no two scopes read the same.
        var scope = "%s/%s/%d/%s/"
                .formatted(caller.organizationId(), actionId, caller.userId().length(), caller.userId());
        return new ScopedKey(Sha256.hex(scope + text), scope, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the text, which opens the answer that is kept. */
    @Override
    public String toString() {
        return "IdempotencyKey[%d characters]".formatted(text.length());
    }
}
