package org.customactions.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An error that the client sees as it is. Its message is one sentence that a person can act on, without internals.
 * Every other exception becomes an opaque {@link ErrorType#INTERNAL_ERROR}.
 */
public final class ApiException extends RuntimeException {

    private final ErrorType type;
    private final transient List<FieldError> errors;
    private final transient Optional<Duration> retryAfter;
    private final transient Optional<Current> current;

    /**
     * What is there instead of what the client took for granted.
     *
     * @param data as another call would answer it
     * @param tag the value of its {@code ETag}
     */
    public record Current(Object data, String tag) {}

    private ApiException(
            ErrorType type, String message, List<FieldError> errors, Duration retryAfter, Current current) {
        // No stack trace: these are answers, not faults.
        super(message, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.retryAfter = Optional.ofNullable(retryAfter);
        this.current = Optional.ofNullable(current);
    }

    public static ApiException of(ErrorType type, String message) {
        return new ApiException(type, message, List.of(), null, null);
    }

    public static ApiException notFound(String what) {
        return of(ErrorType.NOT_FOUND, what + " not found");
    }

    /** A request whose fields break rules; the first error is the message. */
    public static ApiException invalid(List<FieldError> errors) {
        return new ApiException(ErrorType.VALIDATION_ERROR, errors.get(0).message(), errors, null, null);
    }

    public static ApiException invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    public static ApiException malformed(String message) {
        return of(ErrorType.MALFORMED_REQUEST, message);
    }

    /** A temporary error: the client may try again after the given time. */
    public static ApiException passing(ErrorType type, String message, Duration retryAfter) {
        return new ApiException(type, message, List.of(), retryAfter, null);
    }

    /** What the client relied on has changed. */
    public static ApiException outdated(String message, Current current) {
        return new ApiException(ErrorType.PRECONDITION_FAILED, message, List.of(), null, current);
    }

    public ErrorType type() {
        return type;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    public Optional<Current> current() {
        return current;
    }
}
