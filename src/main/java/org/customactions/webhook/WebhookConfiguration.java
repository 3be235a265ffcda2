package org.customactions.webhook;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.customactions.startup.AtLeastOne;

/** How webhooks are sent. */
@ConfigMapping(prefix = "custom-actions.webhook")
public interface WebhookConfiguration {

    /**
     * How long one call may take as a whole, unless its action says otherwise: looking up the host, connecting, TLS,
     * sending, and receiving the last byte of the body; with redirects, and with fetching a token. At least 1 ms.
     */
    @WithDefault("10S")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration timeout();

    /**
     * How long an organization's calls to an upstream fail at once after the upstream has stopped answering them. Then
     * one call is tried.
     */
    @WithDefault("10S")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration circuitBreakerDelay();

    /**
     * The largest response body that is accepted, as received and unpacked. Reading stops at a longer one, and the call
     * fails.
     */
    @WithDefault("1M")
    @WithConverter(AtLeastOne.OfSize.class)
    MemorySize maxResponseSize();

    /**
     * Networks ({@code 10.20.0.0/16}, {@code fd00::/8}), single addresses and host names that webhooks may reach
     * although they are private, separated by commas. A host name is allowed exactly as written. It opens the private
     * addresses that it resolves to; those of this machine, link-local ones and those of cloud platforms are open only
     * if they are listed as addresses too.
     */
    Optional<List<String>> allowedNetworks();

    /**
     * Path of a PEM file of certificate authorities that upstreams may have their certificates from, besides the usual
     * ones. Read at the start.
     */
    Optional<String> trustedCertificates();

    /**
     * HTTP proxy through which webhooks go, such as {@code http://proxy:3128}, or
     * {@code http://user:password@proxy:3128}. Its own address needs no allowance. A URL with a forbidden address is
     * refused all the same; names are for the proxy to look up and to judge. Default: none.
     */
    Optional<String> proxy();

    /**
     * Hosts that webhooks reach directly although there is a proxy, separated by commas: a name, with all names below
     * it ({@code internal.example}), and addresses and networks as URLs name them. The service looks them up and judges
     * them as without a proxy, so private ones need {@code custom-actions.webhook.allowed-networks} too.
     */
    Optional<List<String>> noProxy();
}
