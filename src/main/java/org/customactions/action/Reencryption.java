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
import java.util.function.Supplier;
import org.customactions.api.ApiException;
import org.customactions.database.Database;
import org.customactions.history.exchange.ExchangeReencryption;
import org.customactions.secret.UnreadableSecretException;
import org.customactions.secret.organization.SecretReencryption;
import org.jboss.logging.Logger;

/**
 * Encrypts every secret and exchange with the current key, also those of deleted actions. It locks and rewrites rows in
 * small batches, so running services can change actions meanwhile and no change is lost.
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
    private final ExchangeReencryption exchanges;

    Reencryption(
            Database database,
            ConfigSecrets secrets,
            SecretReencryption organizationSecrets,
            ExchangeReencryption exchanges) {
        this.database = database;
        this.secrets = secrets;
        this.organizationSecrets = organizationSecrets;
        this.exchanges = exchanges;
    }

    /**
     * The result over all actions and secrets of organizations.
     *
     * @param rewritten actions with a secret that was not encrypted with the current key
     * @param rewrittenShared secrets of organizations that were not
     * @param rewrittenExchanges exchanges of executions that were not
     * @param unreadable secrets and exchanges that cannot be decrypted and were left as they are
     */
    record Result(int rewritten, int rewrittenShared, int rewrittenExchanges, int unreadable) {

        private static final Result NONE = new Result(0, 0, 0, 0);

        private Result plus(Result other) {
            return new Result(
                    rewritten + other.rewritten,
                    rewrittenShared + other.rewrittenShared,
                    rewrittenExchanges + other.rewrittenExchanges,
                    unreadable + other.unreadable);
        }
    }

    /** Goes through everything. After a failure the finished batches stay rewritten; the next run does the rest. */
    Uni<Result> run() {
        return actions()
                .chain(done -> shared().map(done::plus))
                .chain(done -> exchanges().map(done::plus));
    }

    private Uni<Result> exchanges() {
        var last = new AtomicReference<>(ExchangeReencryption.START);
        return sum(Multi.createBy()
                .repeating()
                .uni(() -> patiently(() -> exchanges.batchAfter(last.get())))
                .whilst(batch -> {
                    batch.last().ifPresent(last::set);
                    return batch.last().isPresent();
                })
                .map(batch -> new Result(0, 0, batch.rewritten(), batch.unreadable())));
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
                .map(batch -> new Result(0, batch.rewritten(), 0, batch.unreadable())));
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
        return new Result(action.config.equals(before) ? 0 : 1, 0, 0, failures.size());
    }
}
