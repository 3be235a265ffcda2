package org.customactions.background;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.database.Database;
import org.customactions.identity.Caller;
import org.customactions.kind.ActionResult;
import org.customactions.kind.ActionType;
import org.customactions.kind.Deferred;
import org.customactions.kind.Outcome;
import org.customactions.log.KnownActions;
import org.customactions.secret.EncryptedValue;
import org.customactions.secret.SecretKeys;
import org.customactions.secret.SecretPlace;

/** What is left to do after clicks were answered. */
@ApplicationScoped
public class BackgroundQueue {

    private static final String NOT_FAILED =
            "Only what has failed in the background within the last 7 days can be tried again";

    private static final String NOT_PENDING = "Only what has not ended in the background can be cancelled";
    private static final String CANCELLED = "Webhook was cancelled by a manager";

    private final Database database;
    private final KnownActions actions;
    private final BackgroundMonitor monitor;
    private final SecretKeys keys;
    private final SealedAnswers answers;
    private final BackgroundWorker worker;
    private final int maxWaiting;
    private final QueueRoom room;

    BackgroundQueue(
            Database database,
            KnownActions actions,
            BackgroundMonitor monitor,
            SecretKeys keys,
            SealedAnswers answers,
            BackgroundWorker worker,
            BackgroundConfiguration configuration) {
        this.database = database;
        this.actions = actions;
        this.monitor = monitor;
        this.keys = keys;
        this.answers = answers;
        this.worker = worker;
        this.maxWaiting = configuration.backgroundWaitingPerOrganization();
        this.room = new QueueRoom(maxWaiting, QueuedExecution.MAX_BYTES);
    }

    /**
     * What is to be stored of it.
     *
     * @throws IllegalStateException if there is no key to encrypt it with, which its kind knows before
     */
    public QueuedExecution prepared(
            Caller caller, UUID executionId, UUID actionId, ActionType type, Deferred deferred) {
        var organizationId = caller.organizationId();
        var lane = Lane.of(organizationId, deferred.upstream());
        var place = SecretPlace.ofExecution(organizationId, executionId, Attempts.REQUEST);
        return new QueuedExecution(
                executionId,
                organizationId,
                actionId,
                type,
                caller.userId(),
                lane.upstream(),
                keys.seal(place, deferred.request())
                        .map(EncryptedValue::toBytes)
                        .orElseThrow(() -> new IllegalStateException("There is no secrets key")),
                maxWaiting,
                room.isToBeCounted(organizationId, deferred.request().length),
                worker.isFull(lane));
    }

    /** It was not stored, because too many of its organization wait. */
    public void refused(QueuedExecution queued) {
        room.isFull(queued.organizationId());
    }

    /** Something has been stored, so somebody should look. */
    public void added() {
        worker.wake();
    }

    /** How an execution stands, for the user who clicked and for managers; fails with 404 if it is none of theirs. */
    public Uni<BackgroundState> state(Caller caller, UUID executionId, boolean isManager) {
        var organizationId = caller.organizationId();
        return database.reading(
                        organizationId,
                        () -> BackgroundRows.find(organizationId, executionId, caller.userId(), isManager))
                .map(found -> found.map(row -> state(organizationId, executionId, row))
                        .orElseThrow(() -> ApiException.notFound("Execution")));
    }

    /** Tries one again that has failed; fails with 404 if there is none, with 409 if it has not failed. */
    public Uni<Void> retry(Caller caller, UUID executionId) {
        var organizationId = caller.organizationId();
        return database.inSession(() -> BackgroundRows.retry(organizationId, executionId)
                        .call(retried -> required(retried, organizationId, executionId, NOT_FAILED)))
                .invoke(retried -> added())
                .replaceWithVoid();
    }

    /** Tries failed ones of an action again, 1,000 at most; how many they are. Fails with 404 if there is no action. */
    public Uni<Integer> retryAll(Caller caller, UUID actionId) {
        var organizationId = caller.organizationId();
        return database.inSession(() -> actions.require(organizationId, actionId)
                        .chain(() -> BackgroundRows.retryAll(organizationId, actionId)))
                .invoke(count -> added());
    }

    /** Ends one that has not ended; fails with 404 if there is none, with 409 if it has. */
    public Uni<Void> cancel(Caller caller, UUID executionId) {
        var organizationId = caller.organizationId();
        return database.inSession(() -> BackgroundRows.cancel(organizationId, executionId, CANCELLED)
                        .call(cancelled -> required(cancelled, organizationId, executionId, NOT_PENDING)))
                .invoke(cancelled -> monitor.cancelled())
                .replaceWithVoid();
    }

    private static Uni<Void> required(boolean done, UUID organizationId, UUID executionId, String reason) {
        return done
                ? Uni.createFrom().voidItem()
                : BackgroundRows.exists(organizationId, executionId)
                        .invoke(exists -> {
                            throw exists
                                    ? ApiException.of(ErrorType.CONFLICT, reason)
                                    : ApiException.notFound("Execution");
                        })
                        .replaceWithVoid();
    }

    private BackgroundState state(UUID organizationId, UUID executionId, Tuple row) {
        var success = row.get("success", Boolean.class);
        var nextMillis = row.get("next_millis", Long.class);
        return new BackgroundState(
                row.get("attempts", Integer.class),
                success == null ? Optional.ofNullable(nextMillis).map(Instant::ofEpochMilli) : Optional.empty(),
                Optional.ofNullable(success).map(known -> result(organizationId, executionId, known, row)));
    }

    /** What is left of it once it is not kept any more is what the history says. */
    private ActionResult result(UUID organizationId, UUID executionId, boolean success, Tuple row) {
        return Optional.ofNullable(row.get("answer", byte[].class))
                .flatMap(bytes -> answers.open(organizationId, executionId, bytes))
                .orElseGet(() -> {
                    var outcome = Outcome.of(Optional.ofNullable(row.get("outcome", String.class))
                            .orElse(success ? Outcome.SUCCESS.code() : Outcome.ERROR.code()));
                    var message = row.get("message", String.class);
                    return success ? ActionResult.of(outcome, message) : ActionResult.failure(outcome, message);
                });
    }
}
