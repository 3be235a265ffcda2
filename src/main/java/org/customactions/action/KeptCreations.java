package org.customactions.action;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.function.Supplier;
import org.customactions.crypto.Sha256;
import org.customactions.idempotency.AnswerRoom;
import org.customactions.idempotency.IdempotencyKey;
import org.customactions.idempotency.KeyUse;
import org.customactions.idempotency.ScopedKey;
import org.customactions.identity.Caller;

/** Creates an action once, however often and on however many replicas it is asked for with the same key. */
@ApplicationScoped
class KeptCreations {

    /** In the place of an action, which is not there yet. */
    private static final UUID NONE_YET = new UUID(0, 0);

    private static final byte[] NOT_KEPT = {};

    private final ObjectMapper mapper;
    private final AnswerRoom room;
    private final ConfigSecrets secrets;

    KeptCreations(ObjectMapper mapper, AnswerRoom room, ConfigSecrets secrets) {
        // An answer may hold more than a request may.
        this.mapper = mapper.copyWith(new JsonFactory());
        this.room = room;
        this.secrets = secrets;
    }

    /**
     * The first answer again, if the key has been used; otherwise that of the creation, which runs in this transaction.
     * Fails with 409 while another transaction creates under the key, with 400 if the key had another body.
     */
    Uni<CustomActionView> once(
            Caller caller, IdempotencyKey text, JsonNode body, Supplier<Uni<CustomActionView>> creation) {
        var key = text.of(caller, NONE_YET);
        var request = digest(body);
        return KeyUse.takeTurn(key)
                .chain(mine -> {
                    if (!mine) {
                        throw KeyUse.stillRunning();
                    }
                    return KeyUse.find(key);
                })
                .chain(found -> found.map(use -> again(caller, key, use, request))
                        .orElseGet(() -> creation.get()
                                .call(view -> KeyUse.keep(key, view.id(), request, sealed(caller, key, view)))));
    }

    private Uni<CustomActionView> again(Caller caller, ScopedKey key, KeyUse use, UUID request) {
        KeyUse.requireSame(use.contactId.equals(request));
        return use.answer == null
                ? CustomAction.findEverIn(caller.organizationId(), use.executionId)
                        .map(action -> CustomActionView.of(action, secrets.shown(action)))
                : Uni.createFrom().item(() -> read(key.open(use.executionId, use.answer)));
    }

    /**
     * Nothing for an answer that is large, or if the organization has much of them kept: the action itself is there.
     */
    private byte[] sealed(Caller caller, ScopedKey key, CustomActionView view) {
        try {
            var answer = mapper.writeValueAsBytes(view);
            return answer.length <= AnswerRoom.MAX_BYTES && room.take(caller.organizationId(), answer.length)
                    ? key.seal(view.id(), answer)
                    : NOT_KEPT;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A created action could not be written as JSON", e);
        }
    }

    private CustomActionView read(byte[] answer) {
        try {
            return mapper.readValue(answer, CustomActionView.class);
        } catch (IOException e) {
            throw new UncheckedIOException("A kept answer could not be read", e);
        }
    }

    /** As long as the column that tells one contact from another. */
    private static UUID digest(JsonNode body) {
        var hex = Sha256.hex(body.toString());
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }
}
