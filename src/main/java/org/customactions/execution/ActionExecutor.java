package org.customactions.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import org.customactions.action.ActionConfig;

/**
 * Does what one type of action is for. It neither reads the database nor knows of HTTP requests to this service.
 *
 * @param <C> config of the type
 */
public interface ActionExecutor<C extends ActionConfig> {

    /** The config this executes. */
    Class<C> configType();

    /** Executes. What goes wrong with the action itself is a result, not a failure of the Uni. */
    Uni<ActionResult> execute(C config, ExecutionInput input);

    /**
     * What executing would do, without anything leaving the service.
     *
     * <p>Fails with a validation error where the action cannot be executed with this input.
     */
    Uni<JsonNode> preview(C config, ExecutionInput input);
}
