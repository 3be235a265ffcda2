package org.customactions.kind;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.customactions.api.FieldError;
import org.customactions.api.JsonFields;

/**
 * What one kind of action can do. A kind neither reads the database nor knows of HTTP requests to this service;
 * {@link ActionKinds} finds the one of a type.
 *
 * @param <C> its config
 */
public interface ActionKind<C extends ActionConfig> {

    /** The type of action this is for; no other kind has it. */
    ActionType type();

    /** What {@link #read} gives. */
    Class<C> configType();

    /** Reads the config of a request; complaints are left in the fields, and then the result is of no use. */
    C read(JsonFields fields);

    /** What is wrong with a config by rules that need more than the config, such as the sandbox or a setting. */
    default Uni<List<FieldError>> check(UUID organizationId, C config) {
        return Uni.createFrom().item(List.of());
    }

    /** Executes. What goes wrong with the action itself is a result, not a failure of the Uni. */
    Uni<ActionResult> execute(C config, ExecutionInput input);

    /**
     * What executing would do, without anything leaving the service.
     *
     * <p>Fails with a validation error if the action cannot be executed with this input.
     */
    Uni<JsonNode> preview(C config, ExecutionInput input);

    /** The longest that an execution takes by the limits of this kind. */
    Duration longestRun();

    /**
     * A copy of a stored config in which each secret is replaced. Secrets are found by the shape of the JSON, since a
     * row's type may just have changed or another program may have written it.
     *
     * @param replacement what to put in, from the name of the secret's place and what stands there
     */
    default JsonNode replaceSecrets(JsonNode config, BiFunction<String, JsonNode, JsonNode> replacement) {
        return config;
    }
}
