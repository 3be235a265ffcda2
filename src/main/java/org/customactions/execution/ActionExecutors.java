package org.customactions.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customactions.action.ActionConfig;

/** Finds the executor of a config. */
@ApplicationScoped
public class ActionExecutors {

    private final Map<Class<?>, ActionExecutor<?>> byConfig;

    ActionExecutors(@All List<ActionExecutor<?>> executors) {
        this.byConfig = executors.stream().collect(Collectors.toMap(ActionExecutor::configType, Function.identity()));
    }

    Uni<ActionResult> execute(ActionConfig config, ExecutionInput input) {
        return of(config).execute(config, input);
    }

    Uni<JsonNode> preview(ActionConfig config, ExecutionInput input) {
        return of(config).preview(config, input);
    }

    @SuppressWarnings("unchecked")
    private ActionExecutor<ActionConfig> of(ActionConfig config) {
        return (ActionExecutor<ActionConfig>) byConfig.get(config.getClass());
    }
}
