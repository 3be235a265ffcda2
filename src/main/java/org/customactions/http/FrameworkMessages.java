package org.customactions.http;

import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;

/** The messages that clients read if the framework, not our code, refused a request. */
final class FrameworkMessages {

    private FrameworkMessages() {}

    static ApiException of(ErrorType type) {
        return ApiException.of(type, message(type));
    }

    private static String message(ErrorType type) {
        return switch (type) {
            case MALFORMED_REQUEST, VALIDATION_ERROR -> "The request could not be read";
            case UNAUTHORIZED -> "A bearer token is required in the Authorization header";
            case FORBIDDEN -> "You are not allowed to do this";
            case NOT_FOUND -> "There is nothing at this path";
            case METHOD_NOT_ALLOWED -> "This path does not support that method";
            case NOT_ACCEPTABLE -> "This path answers application/json; ask for it in the Accept header";
            case CONFLICT -> "The request conflicts with the present state";
            case PRECONDITION_FAILED -> "What the request relies on has changed since; read it and try again";
            case PAYLOAD_TOO_LARGE -> "The request body is larger than 1 MiB";
            case UNSUPPORTED_MEDIA_TYPE -> "The request body must be sent as Content-Type: application/json";
            case TOO_MANY_REQUESTS -> "Too many requests, please try again shortly";
            case UNAVAILABLE -> "The service is not available right now, please try again shortly";
            case INTERNAL_ERROR -> "Something went wrong on our side; quote the X-Request-Id when you report it";
        };
    }
}
