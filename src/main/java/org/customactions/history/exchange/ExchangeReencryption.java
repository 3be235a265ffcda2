package org.customactions.history.exchange;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.HexFormat;
import java.util.UUID;
import org.customactions.secret.EncryptedRows;
import org.customactions.secret.EncryptedValue;
import org.customactions.secret.SecretKeys;
import org.customactions.secret.SecretPlace;
import org.customactions.secret.UnreadableSecretException;

/** Encrypts the exchanges that are kept with the current key. */
@ApplicationScoped
class ExchangeReencryption implements EncryptedRows {

    private static final int BATCH = 100;

    /** Cleaning may delete a row meanwhile; it is not waited for. */
    private static final String AFTER = """
            select execution_id, organization_id, key_id, encode(exchange, 'hex') as exchange
            from execution_exchanges
            where execution_id > :last and key_id <> :current
            order by execution_id
            limit :most
            for no key update skip locked
            """;

    private static final String REWRITE =
            "update execution_exchanges set key_id = :key, exchange = :exchange where execution_id = :execution";

    private final SecretKeys keys;

    ExchangeReencryption(SecretKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "exchanges of executions";
    }

    @Override
    public Uni<Batch> batchAfter(UUID last) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(AFTER, Tuple.class)
                        .setParameter("last", last)
                        .setParameter("current", keys.currentId().orElseThrow())
                        .setParameter("most", BATCH)
                        .getResultList())
                .chain(rows -> Batch.of(rows, this::rewritten));
    }

    private Uni<Integer> rewritten(Tuple row) throws UnreadableSecretException {
        var executionId = row.get("execution_id", UUID.class);
        var place = SecretPlace.ofExchange(row.get("organization_id", UUID.class), executionId);
        var stored = new EncryptedValue(
                row.get("key_id", String.class), HexFormat.of().parseHex(row.get("exchange", String.class)));
        var encrypted = keys.seal(place, keys.open(place, stored)).orElseThrow();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REWRITE)
                        .setParameter("key", encrypted.keyId())
                        .setParameter("exchange", encrypted.bytes())
                        .setParameter("execution", executionId)
                        .executeUpdate());
    }
}
