package org.customactions.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How a request is sent, beside what is sent.
 *
 * @param timeout of the whole call; the service's own if there is none
 * @param followsRedirects whether it goes on to where an upstream sends it
 * @param vouchers names of the headers that sign the body, which say nothing of another one
 * @param credentials what a token is fetched with, if one is needed
 * @param secrets what of the request no answer may show
 * @param notes where the course of the call is written down
 */
public record Delivery(
        Optional<Duration> timeout,
        boolean followsRedirects,
        Set<String> vouchers,
        Optional<ClientCredentials> credentials,
        Secrets secrets,
        CallNotes notes) {

    public Delivery {
        vouchers = Set.copyOf(vouchers);
    }

    public Delivery(
            Optional<Duration> timeout,
            boolean followsRedirects,
            Set<String> vouchers,
            Optional<ClientCredentials> credentials,
            Secrets secrets) {
        this(timeout, followsRedirects, vouchers, credentials, secrets, new CallNotes());
    }

    static Delivery usual() {
        return new Delivery(Optional.empty(), false, Set.of(), Optional.empty(), Secrets.NONE);
    }

    Delivery hiding(Secrets more) {
        return new Delivery(timeout, followsRedirects, vouchers, credentials, secrets.and(more), notes);
    }
}
