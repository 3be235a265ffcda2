package org.customactions.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import org.customactions.startup.AtLeastOne;

/** Limits of reads. */
@ConfigMapping(prefix = "custom-actions.request")
public interface ReadConfiguration {

    /**
     * Most reads (lists, searches, single actions and contacts, history, changes) of one organization that may be under
     * way at once on one replica. Past it the client gets 429 with {@code Retry-After}. Of these, as many use the
     * database at once as an eighth of {@code quarkus.datasource.reactive.max-size}; the others wait for their turn.
     */
    @WithDefault("16")
    @WithConverter(AtLeastOne.OfInt.class)
    int maxConcurrentReadsPerOrganization();
}
