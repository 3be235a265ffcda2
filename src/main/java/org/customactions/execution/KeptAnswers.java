package org.customactions.execution;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.customactions.database.Database;
import org.customactions.idempotency.AnswerRoom;
import org.customactions.idempotency.KeyUse;
import org.customactions.idempotency.ScopedKey;
import org.customactions.kind.ActionResult;
import org.customactions.kind.Outcome;

/** Keeps the answers to clicks with a key, in case the same click comes again. */
@ApplicationScoped
class KeptAnswers {

    private static final String UNKNOWN = "The action may have run: the service failed while it did, so its outcome is"
            + " unknown. Check the result before you click again";

    private final Database database;
    private final ObjectMapper mapper;
    private final ObjectReader reader;
    private final AnswerRoom quota;

    KeptAnswers(Database database, ObjectMapper mapper, AnswerRoom quota) {
        this.database = database;
        // A kept answer may hold more than a request may.
        this.mapper = mapper.copyWith(new JsonFactory());
        this.reader = this.mapper.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.quota = quota;
    }

    /**
     * The answer in its stored form, without its data if it is large or the organization has much of it kept. Empty if
     * it cannot be sent either, such as JSON that is nested too deep.
     */
    Optional<byte[]> seal(UUID organizationId, ScopedKey key, ClickInput request, ExecutionView answer) {
        try {
            var whole = mapper.writeValueAsBytes(answer);
            var isKept = whole.length <= AnswerRoom.MAX_BYTES && quota.take(organizationId, whole.length);
            var kept = isKept ? whole : mapper.writeValueAsBytes(answer.withoutData());
            return Optional.of(key.seal(answer.executionId(), naming(request, kept)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * The answer to an earlier click with the key; empty if there was none. A click with an unknown outcome counts as
     * failed and does not run again: the answer says so, and the agent decides.
     *
     * <p>Fails with 409 while the first click runs, with 400 if it had another body.
     */
    Uni<Optional<ExecutionView>> find(ScopedKey key, ClickInput request) {
        return database.inSession(() -> KeyUse.find(key)).map(found -> found.map(use -> answer(key, use, request)));
    }

    private ExecutionView answer(ScopedKey key, KeyUse use, ClickInput request) {
        KeyUse.requireSame(use.contactId.equals(request.contactId().uuid()));
        if (use.answer != null) {
            var kept = key.open(use.executionId, use.answer);
            KeyUse.requireSame(request.digest()
                    .equals(Optional.ofNullable(read(kept, RequestOf.class).request())));
            return read(kept, ExecutionView.class);
        }
        if (use.isLeased) {
            throw KeyUse.stillRunning();
        }
        return ExecutionView.of(use.executionId, ActionResult.failure(Outcome.ERROR, UNKNOWN), Optional.empty());
    }

    /**
     * What a kept answer says of its request besides.
     *
     * @param request {@link ClickInput#digest()}; null if there was none
     */
    @RegisterForReflection
    record RequestOf(String request) {}

    /** With one more field, in front of the others. */
    private static byte[] naming(ClickInput request, byte[] answer) {
        return request.digest()
                .map(digest -> ("{\"request\":\"%s\",".formatted(digest)).getBytes(StandardCharsets.UTF_8))
                .map(start -> ByteBuffer.allocate(start.length + answer.length - 1)
                        .put(start)
                        .put(answer, 1, answer.length - 1)
                        .array())
                .orElse(answer);
    }

    private <T> T read(byte[] answer, Class<T> type) {
        try {
            return reader.forType(type).readValue(answer);
        } catch (IOException e) {
            throw new UncheckedIOException("A kept answer could not be read", e);
        }
    }
}
