package org.customactions.execution;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.database.Database;
import org.customactions.idempotency.KeyUse;
import org.customactions.idempotency.ScopedKey;
import org.customactions.kind.ActionResult;
import org.customactions.kind.Outcome;

/** Keeps the answers to clicks with a key, in case the same click comes again. */
@ApplicationScoped
class KeptAnswers {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private static final String UNKNOWN = "The action may have run: the service failed while it did, so its outcome is"
            + " unknown. Check the result before you click again";

    /** Of an answer's JSON. */
    private static final int MAX_BYTES = 64 * 1024;

    private final Database database;
    private final ObjectMapper mapper;
    private final KeptBytes quota;

    KeptAnswers(Database database, ObjectMapper mapper, KeptBytes quota) {
        this.database = database;
        // A kept answer may hold more than a request may.
        this.mapper = mapper.copyWith(new JsonFactory());
        this.quota = quota;
    }

    /**
     * The answer in its stored form, without its data if it is large or the organization has much of it kept. Empty if
     * it cannot be sent either, such as JSON that is nested too deep.
     */
    Optional<byte[]> seal(UUID organizationId, ScopedKey key, ExecutionView answer) {
        try {
            var whole = mapper.writeValueAsBytes(answer);
            var isKept = whole.length <= MAX_BYTES && quota.take(organizationId, whole.length);
            return Optional.of(
                    key.seal(answer.executionId(), isKept ? whole : mapper.writeValueAsBytes(answer.withoutData())));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * The answer to an earlier click with the key; empty if there was none. A click with an unknown outcome counts as
     * failed and does not run again: the answer says so, and the agent decides.
     *
     * <p>Fails with 409 while the first click runs, with 400 if it was for another contact.
     */
    Uni<Optional<ExecutionView>> find(ScopedKey key, UUID contactId) {
        return database.inSession(() -> KeyUse.find(key)).map(found -> found.map(use -> answer(key, use, contactId)));
    }

    private ExecutionView answer(ScopedKey key, KeyUse use, UUID contactId) {
        if (!use.contactId.equals(contactId)) {
            throw ApiException.of(
                    ErrorType.VALIDATION_ERROR,
                    "This Idempotency-Key was used with another request body; use a new key for another request");
        }
        if (use.answer != null) {
            return read(key.open(use.executionId, use.answer));
        }
        if (use.isLeased) {
            throw stillRunning();
        }
        return ExecutionView.of(use.executionId, ActionResult.failure(Outcome.ERROR, UNKNOWN), Optional.empty());
    }

    static ApiException stillRunning() {
        return ApiException.passing(
                ErrorType.CONFLICT,
                "The first call with this Idempotency-Key is still running; try again shortly",
                RETRY_AFTER);
    }

    private ExecutionView read(byte[] answer) {
        try {
            return mapper.readValue(answer, ExecutionView.class);
        } catch (IOException e) {
            throw new UncheckedIOException("A kept answer could not be read", e);
        }
    }
}
