package org.customactions.execution;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    @SuppressWarnings("unchecked")
    Uni<ActionResult> execute(UUID organizationId, ActionConfig config, Map<String, Object> variables) {
        var executor = (ActionExecutor<ActionConfig>) byConfig.get(config.getClass());
        return executor.execute(organizationId, config, variables);
    }
}
