package org.customactions.action;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.customactions.api.ApiException;
import org.customactions.database.Database;
import org.customactions.secret.EncryptedRows;
import org.customactions.secret.UnreadableSecretException;
import org.customactions.secret.organization.SecretReencryption;
import org.jboss.logging.Logger;

/**
 * Encrypts every secret, and every row of those that are encrypted as a whole, with the current key, also those of
 * deleted actions. It locks and rewrites rows in small batches, so running services can change actions meanwhile and no
 * change is lost.
 */
@ApplicationScoped
class Reencryption {

    private static final Logger LOG = Logger.getLogger(Reencryption.class);
    private static final int BATCH = 100;
    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration SLOWEST_RETRY = Duration.ofSeconds(5);
    private static final int MOST_RETRIES = 5;

    private final Database database;
    private final ConfigSecrets secrets;
    private final SecretReencryption organizationSecrets;
    private final List<EncryptedRows> tables;

    Reencryption(
            Database database,
            ConfigSecrets secrets,
            SecretReencryption organizationSecrets,
            @All List<EncryptedRows> tables) {
        this.database = database;
        this.secrets = secrets;
        this.organizationSecrets = organizationSecrets;
        this.tables = tables;
    }

    /**
     * The result over all actions and secrets of organizations.
     *
     * @param rewritten actions with a secret that was not encrypted with the current key
     * @param rewrittenShared secrets of organizations that were not
     * @param rewrittenRows encrypted rows that were not, by what they are
     * @param unreadable secrets and rows that cannot be decrypted and were left as they are
     */
    record Result(int rewritten, int rewrittenShared, Map<String, Integer> rewrittenRows, int unreadable) {

        private static final Result NONE = new Result(0, 0, Map.of(), 0);

        private Result plus(Result other) {
            var rows = new TreeMap<>(rewrittenRows);
            other.rewrittenRows.forEach((name, count) -> rows.merge(name, count, Integer::sum));
            return new Result(
                    rewritten + other.rewritten,
                    rewrittenShared + other.rewrittenShared,
                    rows,
                    unreadable + other.unreadable);
        }
    }

    /** Goes through everything. After a failure the finished batches stay rewritten; the next run does the rest. */
    Uni<Result> run() {
        var all = actions().chain(done -> shared().map(done::plus));
        for (var table : tables) {
            all = all.chain(done -> rows(table).map(done::plus));
        }
        return all;
    }

    private Uni<Result> rows(EncryptedRows table) {
        var last = new AtomicReference<>(EncryptedRows.START);
        return sum(Multi.createBy()
                .repeating()
                .uni(() -> patiently(() -> table.batchAfter(last.get())))
                .whilst(batch -> {
                    batch.last().ifPresent(last::set);
                    return batch.last().isPresent();
                })
                .map(batch -> new Result(0, 0, Map.of(table.name(), batch.rewritten()), batch.unreadable())));
    }

    private Uni<Result> shared() {
        var last = new AtomicReference<>(SecretReencryption.START);
        return sum(Multi.createBy()
                .repeating()
                .uni(() -> patiently(() -> organizationSecrets.batchAfter(last.get())))
                .whilst(batch -> {
                    batch.last().ifPresent(last::set);
                    return batch.last().isPresent();
                })
                .map(batch -> new Result(0, batch.rewritten(), Map.of(), batch.unreadable())));
    }

    private Uni<Result> actions() {
        var last = new AtomicReference<Optional<UUID>>(Optional.empty());
        return sum(Multi.createBy()
                .repeating()
                .uni(() -> batchAfter(last.get()))
                .whilst(batch -> {
                    last.set(batch.last());
                    return batch.last().isPresent();
                })
                .map(Batch::result));
    }

    private static Uni<Result> sum(Multi<Result> results) {
        return results.collect()
                .in(
                        () -> new AtomicReference<>(Result.NONE),
                        (sum, next) -> sum.set(sum.get().plus(next)))
                .map(AtomicReference::get);
    }

    private record Batch(Optional<UUID> last, Result result) {}

    private Uni<Batch> batchAfter(Optional<UUID> last) {
        return patiently(() -> CustomAction.lockAfter(last, BATCH).map(this::rewrite));
    }

    private <T> Uni<T> patiently(Supplier<Uni<T>> batch) {
        return database.inTransaction(batch)
                .onFailure(ApiException.class)
                .retry()
                .withBackOff(FIRST_RETRY, SLOWEST_RETRY)
                .atMost(MOST_RETRIES);
    }

    private Batch rewrite(List<CustomAction> actions) {
        var result = actions.stream().map(this::rewrite).reduce(Result.NONE, Result::plus);
        return new Batch(
                actions.isEmpty() ? Optional.empty() : Optional.of(actions.get(actions.size() - 1).id), result);
    }

    private Result rewrite(CustomAction action) {
        var failures = new ArrayList<UnreadableSecretException>();
        var before = action.config;
        var readable = secrets.readable(action, failures);
        action.config = secrets.stored(action, readable, readable);
        failures.forEach(failure -> LOG.error(failure.getMessage()));
        return new Result(action.config.equals(before) ? 0 : 1, 0, Map.of(), failures.size());
    }
}
