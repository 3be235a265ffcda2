package org.customactions.background;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.customactions.api.JsonSetup;
import org.customactions.kind.ActionResult;
import org.customactions.kind.Outcome;
import org.customactions.kind.Toast;
import org.customactions.secret.EncryptedValue;
import org.customactions.secret.SecretKeys;
import org.customactions.secret.SecretPlace;
import org.customactions.secret.UnreadableSecretException;
import org.jboss.logging.Logger;

/** Keeps what came of an execution, encrypted, for whoever asks for it: up to 64 KiB, a larger one without its data. */
@ApplicationScoped
class SealedAnswers {

    static final String ANSWER = "answer";

    private static final Logger LOG = Logger.getLogger(SealedAnswers.class);
    private static final int MAX_BYTES = 64 * 1024;

    private final JsonMapper mapper = JsonSetup.lenient();
    private final SecretKeys keys;

    SealedAnswers(SecretKeys keys) {
        this.keys = keys;
    }

    /** Empty if there is no key to encrypt it with. */
    Optional<byte[]> seal(UUID organizationId, UUID executionId, ActionResult result) {
        var whole = bytes(result);
        var kept = whole.length <= MAX_BYTES ? whole : bytes(result.withData(Optional.empty()));
        return keys.seal(SecretPlace.ofExecution(organizationId, executionId, ANSWER), kept)
                .map(EncryptedValue::toBytes);
    }

    /** Empty if it cannot be decrypted. */
    Optional<ActionResult> open(UUID organizationId, UUID executionId, byte[] sealed) {
        try {
            var json = mapper.readTree(keys.open(
                    SecretPlace.ofExecution(organizationId, executionId, ANSWER), EncryptedValue.ofBytes(sealed)));
            return Optional.of(result(json));
        } catch (UnreadableSecretException e) {
            LOG.error(e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("A kept answer could not be read", e);
        }
    }

    private byte[] bytes(ActionResult result) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("outcome", result.outcome().code());
        result.outcome().httpStatus().ifPresent(status -> json.put("status", status));
        json.put("message", result.message());
        result.toast()
                .ifPresent(toast -> json.putObject("toast")
                        .put("message", toast.message())
                        .put("type", toast.type().wireName()));
        result.link()
                .ifPresent(link -> json.putObject("link").put("url", link.url()).put("new_tab", link.openInNewTab()));
        result.clipboard().ifPresent(text -> json.put("clipboard", text));
        result.data().ifPresent(data -> json.set("data", data));
        try {
            return mapper.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException("An answer could not be written", e);
        }
    }

    private static ActionResult result(JsonNode json) {
        return new ActionResult(
                new Outcome(
                        json.path("outcome").textValue(),
                        json.has("status") ? OptionalInt.of(json.path("status").intValue()) : OptionalInt.empty(),
                        Optional.empty()),
                json.path("message").textValue(),
                Optional.ofNullable(json.get("toast"))
                        .map(toast -> new Toast(
                                toast.path("message").textValue(),
                                Toast.Type.ofWireName(toast.path("type").textValue())
                                        .orElse(Toast.Type.INFO))),
                Optional.ofNullable(json.get("link"))
                        .map(link -> new ActionResult.Link(
                                link.path("url").textValue(),
                                link.path("new_tab").booleanValue())),
                Optional.ofNullable(json.path("clipboard").textValue()),
                Optional.ofNullable(json.get("data")),
                Optional.empty());
    }
}
