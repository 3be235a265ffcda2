package org.customactions.http;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.semconv.UrlAttributes;
import jakarta.inject.Singleton;

/** Keeps queries out of traces: people search for names and phone numbers. */
@Singleton
public class QueryRedaction implements SpanProcessor {

    private static final String REDACTED = "REDACTED";

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (span.getAttribute(UrlAttributes.URL_QUERY) != null) {
            span.setAttribute(UrlAttributes.URL_QUERY, REDACTED);
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
