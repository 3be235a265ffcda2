package org.customactions.kind;

import java.util.Map;
import java.util.UUID;
import org.customactions.template.Variables;

/**
 * The organization and the data that an action is executed with.
 *
 * @param executionId id of the execution
 * @param organizationId organization that the action belongs to
 * @param variables contact, user and organization as plain data
 */
public record ExecutionInput(UUID executionId, UUID organizationId, Map<String, Object> variables) {

    /** With secrets of the organization among the variables. */
    public ExecutionInput withSecrets(Map<String, String> values) {
        return new ExecutionInput(
                executionId, organizationId, Variables.of(variables).withSecrets(values));
    }

    /** Without the variables, which are customer data. */
    @Override
    public String toString() {
        return "ExecutionInput[%s]".formatted(executionId);
    }
}
