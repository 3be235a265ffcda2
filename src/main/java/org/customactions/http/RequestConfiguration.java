package org.customactions.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.customactions.startup.AtLeastOne;

/** Limits of requests. */
@ConfigMapping(prefix = "custom-actions.request")
public interface RequestConfiguration {

    /**
     * How long a request's head, which is its first line and its headers, may take to arrive, and a new connection to
     * send one. The connection of a slower request is closed.
     */
    @WithDefault("30S")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration headTimeout();

    /**
     * How long a request's body may take to arrive after its headers. The connection of a slower request is closed. A
     * connection without any traffic is closed after {@code quarkus.http.idle-timeout}.
     */
    @WithDefault("30S")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration bodyTimeout();
}
