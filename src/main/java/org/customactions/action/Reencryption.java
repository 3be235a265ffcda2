package org.customactions.action;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.customactions.api.ApiException;
import org.customactions.database.Database;
import org.customactions.secret.UnreadableSecretException;
import org.jboss.logging.Logger;

/**
 * Encrypts every secret with the current key, also those of deleted actions. It locks and rewrites rows in small
 * batches, so running services can change actions meanwhile and no change is lost.
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

    Reencryption(Database database, ConfigSecrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /**
     * The result over all actions.
     *
     * @param rewritten actions with a secret that was not encrypted with the current key
     * @param unreadable secrets that cannot be decrypted and were left as they are
     */
    record Result(int rewritten, int unreadable) {

        private Result plus(Result other) {
            return new Result(rewritten + other.rewritten, unreadable + other.unreadable);
        }
    }

    /** Goes through all actions. After a failure the finished batches stay rewritten; the next run does the rest. */
    Uni<Result> run() {
        var last = new AtomicReference<Optional<UUID>>(Optional.empty());
        return Multi.createBy()
                .repeating()
                .uni(() -> batchAfter(last.get()))
                .whilst(batch -> {
                    last.set(batch.last());
                    return batch.last().isPresent();
                })
                .map(Batch::result)
                .collect()
                .in(
                        () -> new AtomicReference<>(new Result(0, 0)),
                        (sum, next) -> sum.set(sum.get().plus(next)))
                .map(AtomicReference::get);
    }

    private record Batch(Optional<UUID> last, Result result) {}

    private Uni<Batch> batchAfter(Optional<UUID> last) {
        return database.inTransaction(() -> CustomAction.lockAfter(last, BATCH).map(this::rewrite))
                .onFailure(ApiException.class)
                .retry()
                .withBackOff(FIRST_RETRY, SLOWEST_RETRY)
                .atMost(MOST_RETRIES);
    }

    private Batch rewrite(List<CustomAction> actions) {
        var result = actions.stream().map(this::rewrite).reduce(new Result(0, 0), Result::plus);
        return new Batch(
                actions.isEmpty() ? Optional.empty() : Optional.of(actions.get(actions.size() - 1).id), result);
    }

    private Result rewrite(CustomAction action) {
        var failures = new ArrayList<UnreadableSecretException>();
        var before = action.config;
        var readable = secrets.readable(action, failures);
        action.config = secrets.stored(action, readable, readable);
        failures.forEach(failure -> LOG.error(failure.getMessage()));
        return new Result(action.config.equals(before) ? 0 : 1, failures.size());
    }
}
