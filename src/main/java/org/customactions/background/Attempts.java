package org.customactions.background;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.customactions.database.Database;
import org.customactions.history.exchange.Exchanges;
import org.customactions.history.exchange.NewExchange;
import org.customactions.kind.ActionKinds;
import org.customactions.kind.ActionResult;
import org.customactions.kind.Attempt;
import org.customactions.kind.Attempt.Again;
import org.customactions.kind.Outcome;
import org.customactions.secret.EncryptedValue;
import org.customactions.secret.SecretKeys;
import org.customactions.secret.SecretPlace;
import org.customactions.secret.UnreadableSecretException;
import org.jboss.logging.Logger;

/** One attempt from its request to its end in the database. */
@ApplicationScoped
class Attempts {

    static final String REQUEST = "request";

    private static final Logger LOG = Logger.getLogger(Attempts.class);
    private static final String UNREADABLE =
            "What was to be sent cannot be read at the moment; please tell your administrator";
    private static final String FAILED = "The service failed while the webhook was sent, so its outcome is unknown";

    /** Longer than any webhook may take. */
    private static final Duration LONGEST = Duration.ofSeconds(75);

    private static final Duration FIRST_RETRY = Duration.ofMillis(250);
    private static final Duration SLOWEST_RETRY = Duration.ofSeconds(2);
    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(10);

    private final Database database;
    private final ActionKinds kinds;
    private final SecretKeys keys;
    private final SealedAnswers answers;
    private final Exchanges exchanges;
    private final BackgroundMonitor monitor;
    private final RetrySchedule schedule;
    private final int keptFailed;

    Attempts(
            Database database,
            ActionKinds kinds,
            SecretKeys keys,
            SealedAnswers answers,
            Exchanges exchanges,
            BackgroundMonitor monitor,
            BackgroundConfiguration configuration) {
        this.database = database;
        this.kinds = kinds;
        this.keys = keys;
        this.answers = answers;
        this.exchanges = exchanges;
        this.monitor = monitor;
        this.schedule = new RetrySchedule(
                configuration.backgroundAttempts(),
                () -> ThreadLocalRandom.current().nextDouble());
        this.keptFailed = configuration.backgroundWaitingPerOrganization();
    }

    /** Makes the attempt; ends when its end is stored. Never fails. */
    Uni<Void> make(Taken taken) {
        var started = System.nanoTime();
        return attempted(taken)
                .chain(attempt -> stored(taken, attempt, Duration.ofNanos(System.nanoTime() - started)))
                .onFailure()
                .invoke(failure -> LOG.errorf(
                        failure, "The end of an attempt of the execution %s could not be written", taken.executionId()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Attempt> attempted(Taken taken) {
        return Uni.createFrom()
                .deferred(() -> opened(taken))
                .chain(request -> kinds.attempt(
                        taken.type(), taken.organizationId(), taken.executionId(), request, exchanges::contain))
                .ifNoItem()
                .after(LONGEST)
                .failWith(() -> new IllegalStateException("An attempt took longer than any may"))
                .onFailure(UnreadableSecretException.class)
                .recoverWithItem(e -> {
                    LOG.error(e.getMessage());
                    return failed(Outcome.SECRET_UNREADABLE, UNREADABLE);
                })
                .onFailure()
                .recoverWithItem(e -> {
                    LOG.errorf(e, "An attempt of the execution %s failed", taken.executionId());
                    return failed(Outcome.ERROR, FAILED);
                });
    }

    private Uni<byte[]> opened(Taken taken) {
        try {
            var place = SecretPlace.ofExecution(taken.organizationId(), taken.executionId(), REQUEST);
            return Uni.createFrom().item(keys.open(place, EncryptedValue.ofBytes(taken.request())));
        } catch (UnreadableSecretException e) {
            return Uni.createFrom().failure(e);
        }
    }

    private static Attempt failed(Outcome outcome, String message) {
        return new Attempt(ActionResult.failure(outcome, message), Optional.of(new Again(Duration.ZERO, true)));
    }

    /**
     * While the database is away, this replica tries to store what it knows, so that nothing is sent twice for that.
     */
    private Uni<Void> stored(Taken taken, Attempt attempt, Duration took) {
        var result = attempt.result();
        monitor.attempted(taken, result.outcome(), took);
        return Uni.createFrom()
                .deferred(() -> ending(taken, attempt, took))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, SLOWEST_RETRY)
                .expireIn(LONGEST_OUTAGE.toMillis());
    }

    private Uni<Void> ending(Taken taken, Attempt attempt, Duration took) {
        var again = attempt.again();
        if (again.isPresent() && !again.get().isCounted()) {
            return NextAttempt.handedBack(database, taken, again.get().notBefore());
        }
        var failures = taken.failures() + 1;
        if (again.isPresent() && !schedule.isOverAfter(failures)) {
            var wait = schedule.waitAfter(failures, again.get().notBefore());
            return NextAttempt.again(database, taken, attempt.result(), exchange(taken, attempt), wait, failures);
        }
        var result = attempt.result();
        var answer = answers.seal(taken.organizationId(), taken.executionId(), result);
        return AttemptEnd.ended(database, taken, result, answer, exchange(taken, attempt), took, keptFailed)
                .invoke(() -> monitor.ended(result.success()));
    }

    private Optional<NewExchange> exchange(Taken taken, Attempt attempt) {
        return attempt.result()
                .exchange()
                .filter(exchange -> exchanges.contain(attempt.result().success()))
                .flatMap(exchange -> exchanges.sealed(taken.organizationId(), taken.executionId(), exchange));
    }
}
