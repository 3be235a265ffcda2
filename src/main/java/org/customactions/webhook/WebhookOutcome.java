package org.customactions.webhook;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a call to an upstream ended. */
public sealed interface WebhookOutcome {

    /**
     * The upstream answered completely, with any status. A redirect that is not followed is an answer too.
     *
     * @param status 200 to 999
     * @param reasonPhrase printable ASCII of at most 100 characters: what the upstream sent, else the standard phrase
     *     of the status, else empty
     * @param contentType the {@code Content-Type} header as sent
     * @param headers the other headers too, by names in lower case; several values of one name are joined by commas
     * @param body the bytes, unpacked; at most {@code custom-actions.webhook.max-response-size}
     * @param secrets texts that nobody may be shown although the upstream repeats them; masked in the headers already
     */
    record Answered(
            int status,
            String reasonPhrase,
            Optional<String> contentType,
            Map<String, String> headers,
            byte[] body,
            Secrets secrets)
            implements WebhookOutcome {

        public Answered(
                int status,
                String reasonPhrase,
                Optional<String> contentType,
                Map<String, String> headers,
                byte[] body) {
            this(status, reasonPhrase, contentType, headers, body, Secrets.NONE);
        }

        /** This answer with another body. */
        Answered unpacked(byte[] bytes) {
            return new Answered(status, reasonPhrase, contentType, headers, bytes, secrets);
        }

        /** This answer, in which these are masked wherever it is shown. */
        Answered hiding(Secrets more) {
            if (more.texts().isEmpty()) {
                return this;
            }
            var masked = new TreeMap<String, String>();
            headers.forEach((name, value) -> masked.put(name, more.masked(value)));
            return new Answered(
                    status, more.masked(reasonPhrase), contentType.map(more::masked), masked, body, secrets.and(more));
        }

        /** Whether the status is 2xx. */
        public boolean isSuccessful() {
            return status >= 200 && status < 300;
        }

        @Override
        public String toString() {
            return "Answered[" + status + ", " + body.length + " bytes]";
        }
    }

    /**
     * There is no complete answer.
     *
     * @param cause for metrics and logs
     * @param message a sentence for an agent; names the host at most
     * @param reason why the policy denied the address, if it did
     */
    record Failed(Cause cause, String message, Optional<AddressPolicy.Reason> reason) implements WebhookOutcome {

        Failed(Cause cause, String message) {
            this(cause, message, Optional.empty());
        }
    }

    /** Why there is no complete answer. */
    enum Cause {
        /** The URL or a header cannot be sent. */
        INVALID_REQUEST,
        /** The host is, or resolves to, an address that webhooks may not reach, or is not a valid host at all. */
        ADDRESS_DENIED,
        /** The name does not exist or has no address. */
        UNKNOWN_HOST,
        /** No TCP connection: refused, unreachable. */
        CONNECT,
        /** TLS failed, the certificate included. */
        TLS,
        /** The whole call took longer than it may, by its action or by {@code custom-actions.webhook.timeout}. */
        TIMEOUT,
        /** The connection ended before the answer did. */
        CONNECTION_CLOSED,
        /** The answer is not HTTP/1.1. */
        MALFORMED_RESPONSE,
        /** The body is larger than {@code custom-actions.webhook.max-response-size}. */
        RESPONSE_TOO_LARGE,
        /** The body is not packed as its {@code Content-Encoding} says, or not in a way that can be unpacked. */
        CONTENT_ENCODING,
        /** The upstream sent the call on to where it may not go, or too often. */
        REDIRECT,
        /** The token server gave no token. */
        TOKEN,
        /** Too many calls to the same address are under way. */
        OVERLOADED,
        /** The call was not made because the upstream has not been answering. */
        CIRCUIT_OPEN,

        /** The caller hung up before the answer came. */
        ABANDONED;

        /** Whether no answer came, so that another call may have one. */
        public boolean mayPass() {
            return isUpstreamDown() || this == TOKEN || this == OVERLOADED || this == CIRCUIT_OPEN || this == ABANDONED;
        }

        /** Whether the upstream gives no answers, so that more calls are of no use for a while. */
        boolean isUpstreamDown() {
            return switch (this) {
                case UNKNOWN_HOST, CONNECT, TLS, TIMEOUT, CONNECTION_CLOSED, MALFORMED_RESPONSE -> true;
                case INVALID_REQUEST,
                        ADDRESS_DENIED,
                        RESPONSE_TOO_LARGE,
                        CONTENT_ENCODING,
                        REDIRECT,
                        TOKEN,
                        OVERLOADED,
                        CIRCUIT_OPEN,
                        ABANDONED -> false;
            };
        }
    }
}
