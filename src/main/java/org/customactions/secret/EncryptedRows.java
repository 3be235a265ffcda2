package org.customactions.secret;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

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
    record Batch(Optional<UUID> last, int rewritten, int unreadable) {

        private static final Logger LOG = Logger.getLogger(EncryptedRows.class);

        /** Encrypts a row with the current key and stores it. */
        @FunctionalInterface
        public interface Rewriting {
            Uni<Integer> of(Tuple row) throws UnreadableSecretException;
        }

        /**
         * Rewrites rows one after the other.
         *
         * @param rows in the order of their {@code execution_id}
         */
        public static Uni<Batch> of(List<Tuple> rows, Rewriting rewriting) {
            return Multi.createFrom()
                    .iterable(rows)
                    .onItem()
                    .transformToUniAndConcatenate(row -> rewritten(row, rewriting))
                    .collect()
                    .asList()
                    .map(done -> new Batch(last(rows), count(done, true), count(done, false)));
        }

        private static Uni<Boolean> rewritten(Tuple row, Rewriting rewriting) {
            try {
                return rewriting.of(row).replaceWith(true);
            } catch (UnreadableSecretException e) {
                LOG.error(e.getMessage());
                return Uni.createFrom().item(false);
            }
        }

        private static int count(List<Boolean> done, boolean what) {
            return (int) done.stream().filter(one -> one == what).count();
        }

        private static Optional<UUID> last(List<Tuple> rows) {
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(rows.get(rows.size() - 1).get("execution_id", UUID.class));
        }
    }
}
