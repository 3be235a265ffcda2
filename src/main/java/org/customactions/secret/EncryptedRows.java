package org.customactions.secret;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Rows of a table that hold encrypted bytes, which a replaced key has to be taken out of. */
public interface EncryptedRows {

    /** Before the first row. */
    UUID START = new UUID(0, 0);

    /** What they are, in the plural. */
    String name();

    /** Encrypts the next rows with the current key, which there must be; in a transaction of the caller. */
    Uni<Batch> batchAfter(UUID last);

    /**
     * What was done with a batch.
     *
     * @param last the last row of it; empty if there was none left
     * @param rewritten rows that were not encrypted with the current key
     * @param unreadable rows that cannot be decrypted and were left as they are
     */
    record Batch(Optional<UUID> last, int rewritten, int unreadable) {}
}
