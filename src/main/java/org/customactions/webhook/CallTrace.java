package org.customactions.webhook;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.vertx.core.MultiMap;
import java.util.Locale;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;

/**
 * The span of one call, in the trace of the request that caused it. It records the method and how the call ended, by
 * OpenTelemetry's conventions for HTTP clients, but not the URL or the host, which may contain customer data.
 */
final class CallTrace {

    /** Of W3C Trace Context, section 3.2. Its {@code tracestate} is vendor data and is not sent. */
    private static final String TRACEPARENT = "traceparent";

    private static final String NAME = "webhook ";
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private final Span span;

    private CallTrace(Span span) {
        this.span = span;
    }

    static CallTrace start(Tracer tracer, WebhookRequest request) {
        return new CallTrace(tracer.spanBuilder(NAME + request.method())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(METHOD, request.method())
                .startSpan());
    }

    /** Replaces a {@code traceparent} that the action sets, so that the upstream's trace continues this one. */
    void handOn(MultiMap headers) {
        W3CTraceContextPropagator.getInstance().inject(Context.root().with(span), headers, (carrier, name, value) -> {
            if (name.equals(TRACEPARENT)) {
                carrier.set(name, value);
            }
        });
    }

    void ended(WebhookOutcome outcome) {
        if (outcome instanceof Answered answered) {
            span.setAttribute(STATUS, (long) answered.status());
            if (!answered.isSuccessful()) {
                fail(Integer.toString(answered.status()));
            }
        } else {
            fail(name(((Failed) outcome).cause()));
        }
        span.end();
    }

    void abandoned() {
        fail(name(Cause.ABANDONED));
        span.end();
    }

    private void fail(String error) {
        span.setAttribute(ERROR, error).setStatus(StatusCode.ERROR);
    }

    private static String name(Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }
}
