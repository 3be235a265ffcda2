package org.customactions.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of every failed answer.
 *
 * @param status always {@code error}
 * @param message one sentence a person can act on
 * @param errorType kind of error, for programs
 * @param errors the fields at fault; absent if no field is
 * @param data what is there now, if the client relied on something older
 */
@Schema(name = "ErrorEnvelope")
public record ErrorEnvelope(
        @Schema(required = true, enumeration = "error") String status,

        @Schema(required = true, examples = "Name is required")
        String message,

        @Schema(required = true) ErrorType errorType,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,

        @Schema(
                description = "Only with precondition_failed: the action as it is now",
                ref = "#/components/schemas/CustomAction")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Object data) {

    /** The body for an exception. */
    public static ErrorEnvelope of(ApiException exception) {
        return new ErrorEnvelope(
                "error",
                exception.getMessage(),
                exception.type(),
                exception.errors(),
                exception.current().map(ApiException.Current::data).orElse(null));
    }
}
