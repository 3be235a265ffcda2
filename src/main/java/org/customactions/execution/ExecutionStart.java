package org.customactions.execution;

import io.vertx.sqlclient.Row;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;

/** The result of the {@link StartStatement}. */
sealed interface ExecutionStart {

    /** The execution has begun. */
    record Begun(ExecutionTarget target) implements ExecutionStart {}

    /** Nothing can be executed, and nothing was stored. */
    record Refused(ApiException reason) implements ExecutionStart {}

    /** The click's key was used before, and nothing was stored. */
    record KeyUsed() implements ExecutionStart {}

    static ExecutionStart of(Click click, Row row) {
        if (row == null) {
            return new Refused(ApiException.notFound("Custom action"));
        }
        if (!row.getBoolean("is_active")) {
            return new Refused(ApiException.of(ErrorType.VALIDATION_ERROR, "Custom action is not active"));
        }
        if (row.getUUID("contact_id") == null) {
            return new Refused(ApiException.notFound("Contact"));
        }
        return row.getBoolean("is_claimed") ? new Begun(ExecutionTarget.of(click, row)) : new KeyUsed();
    }
}
