package org.customactions.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
 * Refuses bodies that the framework would take although they are not declared as JSON or not valid UTF-8 (an overlong
 * form, RFC 3629 section 3). Comes after {@link RequestLimits}, so that a body is small when it is looked at.
 */
@Provider
@Priority(Priorities.USER + 1)
public class RequestText implements ReaderInterceptor {

    private final HttpHeaders request;

    RequestText(@Context HttpHeaders request) {
        this.request = request;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = context.getInputStream().readAllBytes();
        if (body.length > 0 && request.getHeaderString(HttpHeaders.CONTENT_TYPE) == null) {
            throw ApiException.of(
                    ErrorType.UNSUPPORTED_MEDIA_TYPE, FrameworkMessages.of(ErrorType.UNSUPPORTED_MEDIA_TYPE));
        }
        requireUtf8(body);
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }

    private static void requireUtf8(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw ApiException.malformed("The request body is not valid UTF-8");
        }
    }
}
