package org.customactions.execution;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.UUID;
import org.customactions.action.ActionConfig;

/**
 * Does what one type of action is for. It neither reads the database nor knows of HTTP requests to this service.
 *
 * @param <C> config of the type
 */
public interface ActionExecutor<C extends ActionConfig> {

    /** The config this executes. */
    Class<C> configType();

    /**
     * Executes. What goes wrong with the action itself is a result, not a failure of the Uni.
     *
     * @param organizationId organization on whose behalf
     * @param config what to do
     * @param variables contact, user and organization as plain data
     */
    Uni<ActionResult> execute(UUID organizationId, C config, Map<String, Object> variables);
}
