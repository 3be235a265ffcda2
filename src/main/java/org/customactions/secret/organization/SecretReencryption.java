package org.customactions.secret.organization;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customactions.secret.SecretKeys;
import org.customactions.secret.SecretPlace;
import org.customactions.secret.UnreadableSecretException;
import org.customactions.secret.organization.SecretRows.Row;
import org.jboss.logging.Logger;

/** Encrypts the secrets of organizations with the current key. */
@ApplicationScoped
public class SecretReencryption {

    private static final Logger LOG = Logger.getLogger(SecretReencryption.class);
    private static final int BATCH = 100;

    /** Before the first secret. */
    public static final Place START = new Place(new UUID(0, 0), "");

    private final OrganizationSecrets secrets;
    private final SecretKeys keys;

    SecretReencryption(OrganizationSecrets secrets, SecretKeys keys) {
        this.secrets = secrets;
        this.keys = keys;
    }

    /** A secret of an organization. */
    public record Place(UUID organizationId, String name) {

        private static Place of(Row row) {
            return new Place(row.organizationId(), row.name());
        }
    }

    /**
     * What was done with a batch.
     *
     * @param last the last secret of it; empty if there was none left
     * @param rewritten secrets that were not encrypted with the current key
     * @param unreadable secrets that cannot be decrypted and were left as they are
     */
    public record Batch(Optional<Place> last, int rewritten, int unreadable) {}

    /** Encrypts the next secrets, in a transaction of the caller. */
    public Uni<Batch> batchAfter(Place place) {
        return SecretRows.holdAfter(place.organizationId(), place.name(), BATCH)
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(this::rewritten)
                        .collect()
                        .in(() -> new int[2], (sums, one) -> {
                            sums[0] += one.rewritten();
                            sums[1] += one.unreadable();
                        })
                        .map(sums -> new Batch(last(rows), sums[0], sums[1])));
    }

    private Uni<Batch> rewritten(Row row) {
        if (keys.isCurrent(row.value())) {
            return Uni.createFrom().item(new Batch(Optional.empty(), 0, 0));
        }
        try {
            var value = keys.encrypt(SecretPlace.ofOrganization(row.organizationId(), row.name()), secrets.opened(row));
            return SecretRows.rewrite(row, value).replaceWith(new Batch(Optional.empty(), 1, 0));
        } catch (UnreadableSecretException e) {
            LOG.error(e.getMessage());
            return Uni.createFrom().item(new Batch(Optional.empty(), 0, 1));
        }
    }

    private static Optional<Place> last(List<Row> rows) {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.get(rows.size() - 1)).map(Place::of);
    }
}
