package org.customactions.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.customactions.api.FieldError;
import org.customactions.api.JsonFields;
import org.customactions.template.KnownInputs;

/**
 * One kind of action. It does not read the database and knows nothing of HTTP requests to this service.
 * {@link ActionKinds} finds the kind of a type.
 *
 * @param <C> its config
 */
public interface ActionKind<C extends ActionConfig> {

    /** The type of these actions; no other kind has it. */
    ActionType type();

    /** The class that {@link #read} returns. */
    Class<C> configType();

    /** Reads the config of a request. If the fields get complaints, the result is of no use. */
    C read(JsonFields fields);

    /** The problems with a config by rules that need more than the config, such as the sandbox or a setting. */
    default Uni<List<FieldError>> check(UUID organizationId, C config) {
        return Uni.createFrom().item(List.of());
    }

    /** Executes the action. If the action itself fails, that is a result, not a failure of the Uni. */
    Uni<ActionResult> execute(C config, ExecutionInput input);

    /** Whether a click is answered at once and the rest is done in the background. */
    default boolean isDeferred(C config) {
        return false;
    }

    /**
     * What is answered at once to a click that is {@link #isDeferred deferred}, and what is left to do. If it cannot be
     * done, the result says so and nothing is left.
     */
    default Uni<Acceptance> accept(C config, ExecutionInput input) {
        throw new UnsupportedOperationException("Actions of this kind are executed at once");
    }

    /**
     * Does once what {@link #accept} left to do; it may be done several times.
     *
     * @param request as {@link Deferred} has it
     * @param keepsExchange whether somebody wants to see what was sent and answered, by whether the attempt succeeded
     */
    default Uni<Attempt> attempt(
            UUID organizationId, UUID executionId, byte[] request, Predicate<Boolean> keepsExchange) {
        throw new UnsupportedOperationException("Actions of this kind leave nothing to do");
    }

    /**
     * Shows what executing would do; nothing leaves the service.
     *
     * <p>Fails with a validation error if nothing can be shown. If a part cannot, its {@code warnings} say why.
     *
     * @param sampleAnswer JSON that an upstream might answer with, for kinds that have one
     */
    Uni<JsonNode> preview(C config, ExecutionInput input, Optional<JsonNode> sampleAnswer);

    /** Whether a preview can show the rest of a config of which a part is broken. */
    default boolean isShownInParts() {
        return false;
    }

    /** A config without the secrets that are still their masks, and without what is of no use then. Each is told. */
    default ObjectNode withoutMasks(ObjectNode config, Consumer<FieldError> told) {
        return config;
    }

    /**
     * What of a config that is accepted will probably not do what its author meant; one sentence each.
     *
     * @param inputs what the agent fills in
     */
    default List<FieldError> warnings(C config, KnownInputs inputs) {
        return List.of();
    }

    /** What everybody may read of a config, also who is no manager: nothing, unless pages with buttons need it. */
    default ObjectNode outline(JsonNode config) {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The longest time that an execution can take by this kind's limits, unless its config has one of its own. */
    Duration longestRun();

    /** The longest time that an execution with this config can take. */
    default Duration longestRun(C config) {
        return longestRun();
    }

    /**
     * Leaves secrets out of a config that was sent, with what makes no sense without them. As for
     * {@link #replaceSecrets}, the shape of the JSON decides.
     *
     * @param places names of the places of these secrets
     * @param leftOut gets the name of each of their fields
     */
    default void leaveOutSecrets(ObjectNode config, Set<String> places, Consumer<String> leftOut) {}

    /** Whether an export tells what stands in the place of a secret, because an import could not do without it. */
    default boolean isExported(String place) {
        return false;
    }

    /**
     * A copy of a stored config in which each secret is replaced. Secrets are found by the shape of the JSON, because a
     * row's type may just have changed or another program may have written it.
     *
     * @param replacement gives the new value, from the name of the secret's place and the current value
     */
    default JsonNode replaceSecrets(JsonNode config, BiFunction<String, JsonNode, JsonNode> replacement) {
        return config;
    }
}
