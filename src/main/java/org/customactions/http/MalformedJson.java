package org.customactions.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import org.customactions.api.ApiException;

/** Turns a JSON parser's complaint into a sentence without the parser's own wording. */
final class MalformedJson {

    private MalformedJson() {}

    static ApiException describe(JacksonException exception) {
        if (exception instanceof StreamConstraintsException) {
            if (exception.getOriginalMessage().startsWith("Token count")) {
                return ApiException.malformed("The request body holds more than 100,000 names and values; send fewer");
            }
            return ApiException.malformed("The request body is nested too deeply or holds an overlong number or name");
        }
        if (exception.getOriginalMessage() != null
                && exception.getOriginalMessage().startsWith("Duplicate field")) {
            return ApiException.malformed("The request body names the same field twice" + position(exception));
        }
        return ApiException.malformed("The request body is not valid JSON" + position(exception));
    }

    private static String position(JacksonException exception) {
        var location = exception.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }
}
