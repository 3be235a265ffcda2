package org.customactions.kind;

import java.util.Map;
import java.util.UUID;

/**
 * On whose behalf an action is executed, and for whom.
 *
 * @param executionId id of the execution
 * @param organizationId organization that the action belongs to
 * @param variables contact, user and organization as plain data
 */
public record ExecutionInput(UUID executionId, UUID organizationId, Map<String, Object> variables) {

    /** Without the variables, which are customers' data. */
    @Override
    public String toString() {
        return "ExecutionInput[%s]".formatted(executionId);
    }
}
