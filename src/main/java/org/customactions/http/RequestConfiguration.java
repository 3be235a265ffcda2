package org.customactions.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.customactions.startup.AtLeastOne;

/** What is asked of those who call. */
@ConfigMapping(prefix = "custom-actions.request")
public interface RequestConfiguration {

    /**
     * How long a request's body may take to arrive once its headers have. The connection of a slower one is closed. One
     * on which nothing moves at all is closed after {@code quarkus.http.idle-timeout}.
     */
    @WithDefault("30S")
    @WithConverter(AtLeastOne.OfDuration.class)
    Duration bodyTimeout();
}
