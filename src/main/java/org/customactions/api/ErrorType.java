package org.customactions.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of error that clients can tell apart, each with its HTTP status. */
public enum ErrorType {
    VALIDATION_ERROR(400),
    MALFORMED_REQUEST(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    PRECONDITION_FAILED(412),
    PAYLOAD_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    TOO_MANY_REQUESTS(429),
    INTERNAL_ERROR(500),
    UNAVAILABLE(503);

    private final int status;

    ErrorType(int status) {
        this.status = status;
    }

    /** The HTTP status of answers of this type. */
    public int status() {
        return status;
    }

    /** The name in the JSON. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type for a status from the framework; {@code 400} means that the request could not be read. */
    public static Optional<ErrorType> ofFrameworkStatus(int status) {
        return status == 400
                ? Optional.of(MALFORMED_REQUEST)
                : Arrays.stream(values()).filter(type -> type.status == status).findFirst();
    }
}
