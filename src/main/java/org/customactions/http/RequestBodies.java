package org.customactions.http;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;

/**
 * Reads a body before the framework does. Refuses bodies that the framework would accept, or refuse without the
 * envelope: over {@link RequestLimits#largestBody}, not declared as JSON, compressed, or not valid UTF-8 (such as an
 * overlong form, RFC 3629 section 3).
 *
 * <p>If a body is larger than {@code quarkus.rest.input-buffer-size} (set to 1 MiB, which only an import may exceed),
 * the framework passes it as an open stream, otherwise complete.
 */
@Provider
public class RequestBodies implements ReaderInterceptor {

    private final HttpHeaders request;
    private final UriInfo address;

    RequestBodies(@Context HttpHeaders request, @Context UriInfo address) {
        this.request = request;
        this.address = address;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var largest = RequestLimits.largestBody(address.getRequestUri().getPath());
        var body = context.getInputStream().readNBytes(largest + 1);
        check(body, largest);
        context.setInputStream(new ByteArrayInputStream(body));
        try {
            return context.proceed();
        } catch (NumberFormatException e) {
            // The JSON parser does not catch this one if an exponent has too many digits.
            throw ApiException.malformed("The request body holds a number that is out of range");
        }
    }

    /** Checks the size first, so that only small bodies are decoded. */
    private void check(byte[] body, int largest) {
        if (body.length > largest) {
            throw RequestLimits.tooLarge(largest);
        }
        if (body.length > 0 && request.getHeaderString(HttpHeaders.CONTENT_TYPE) == null) {
            throw FrameworkMessages.of(ErrorType.UNSUPPORTED_MEDIA_TYPE);
        }
        var encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            throw ApiException.of(
                    ErrorType.UNSUPPORTED_MEDIA_TYPE,
                    "The request body must not be compressed; send it without Content-Encoding");
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw notUtf8();
        }
    }

    static ApiException notUtf8() {
        return ApiException.malformed("The request body is not valid UTF-8");
    }
}
