package org.customactions.kind;

import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.customactions.template.Variables;

/**
 * The organization and the data that an action is executed with.
 *
 * @param executionId id of the execution
 * @param organizationId organization that the action belongs to
 * @param variables contact, user and organization as plain data
 * @param keepsExchange whether somebody wants to see what was sent and answered, by whether the action succeeded
 */
public record ExecutionInput(
        UUID executionId, UUID organizationId, Map<String, Object> variables, Predicate<Boolean> keepsExchange) {

    /** An input of which nobody wants to see an exchange. */
    public ExecutionInput(UUID executionId, UUID organizationId, Map<String, Object> variables) {
        this(executionId, organizationId, variables, success -> false);
    }

    /** The same, with a wish for exchanges. */
    public ExecutionInput keepingExchanges(Predicate<Boolean> wanted) {
        return new ExecutionInput(executionId, organizationId, variables, wanted);
    }

    /** The same with other variables. */
    public ExecutionInput with(Map<String, Object> others) {
        return new ExecutionInput(executionId, organizationId, others, keepsExchange);
    }

    /** With secrets of the organization among the variables. */
    public ExecutionInput withSecrets(Map<String, String> values) {
        return new ExecutionInput(
                executionId, organizationId, Variables.of(variables).withSecrets(values), keepsExchange);
    }

    /** Without the variables, which are customer data. */
    @Override
    public String toString() {
        return "ExecutionInput[%s]".formatted(executionId);
    }
}
