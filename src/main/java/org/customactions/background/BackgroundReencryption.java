package org.customactions.background;

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

/** Encrypts what waits, and what is kept of what has ended, with the current key. */
@ApplicationScoped
class BackgroundReencryption implements EncryptedRows {

    /** Few, because each may have more than a megabyte. */
    private static final int BATCH = 10;

    /** It waits for rows that a replica is just writing, which would keep the old key otherwise. */
    private static final String AFTER = """
            select execution_id, organization_id, request, answer
            from background_executions
            where execution_id > :last
                and (substring(request from 1 for :idBytes) <> :current or substring(answer from 1 for :idBytes) <> :current)
            order by execution_id
            limit :most
            for no key update
            """;

    private static final String REWRITE = """
            update background_executions
            set request = cast(:request as bytea), answer = cast(:answer as bytea)
            where execution_id = :execution
            """;

    private final SecretKeys keys;

    BackgroundReencryption(SecretKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "executions in the background";
    }

    @Override
    public Uni<Batch> batchAfter(UUID last) {
        var current = HexFormat.of().parseHex(keys.currentId().orElseThrow());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(AFTER, Tuple.class)
                        .setParameter("last", last)
                        .setParameter("current", current)
                        .setParameter("idBytes", current.length)
                        .setParameter("most", BATCH)
                        .getResultList())
                .chain(rows -> Batch.of(rows, this::rewritten));
    }

    private Uni<Integer> rewritten(Tuple row) throws UnreadableSecretException {
        var request = anew(row, Attempts.REQUEST);
        var answer = anew(row, SealedAnswers.ANSWER);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REWRITE)
                        .setParameter("request", request)
                        .setParameter("answer", answer)
                        .setParameter("execution", row.get("execution_id", UUID.class))
                        .executeUpdate());
    }

    /** The value of the column that has the name of its place; null if it has none. */
    private byte[] anew(Tuple row, String name) throws UnreadableSecretException {
        var stored = row.get(name, byte[].class);
        if (stored == null) {
            return null;
        }
        var place = SecretPlace.ofExecution(
                row.get("organization_id", UUID.class), row.get("execution_id", UUID.class), name);
        return keys.seal(place, keys.open(place, EncryptedValue.ofBytes(stored)))
                .map(EncryptedValue::toBytes)
                .orElseThrow();
    }
}
