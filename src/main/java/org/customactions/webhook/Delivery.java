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
 */
public record Delivery(
        Optional<Duration> timeout,
        boolean followsRedirects,
        Set<String> vouchers,
        Optional<ClientCredentials> credentials,
        Secrets secrets) {

    public static final Delivery USUAL =
            new Delivery(Optional.empty(), false, Set.of(), Optional.empty(), Secrets.NONE);

    public Delivery {
        vouchers = Set.copyOf(vouchers);
    }

    Delivery hiding(Secrets more) {
        return new Delivery(timeout, followsRedirects, vouchers, credentials, secrets.and(more));
    }
}
