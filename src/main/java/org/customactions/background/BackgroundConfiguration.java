package org.customactions.background;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import org.customactions.startup.AtLeastOne;

/** How webhooks are sent in the background. */
@ConfigMapping(prefix = "custom-actions.webhook")
public interface BackgroundConfiguration {

    /**
     * How often a webhook in the background is tried in all before it has failed: after about 5 s, 30 s, 5 min, 30 min
     * and 2 h, and from then on every 2 h.
     */
    @WithDefault("6")
    @WithConverter(AtLeastOne.OfInt.class)
    int backgroundAttempts();

    /** Most attempts in the background that one organization may have under way at once on one replica. */
    @WithDefault("8")
    @WithConverter(AtLeastOne.OfInt.class)
    int backgroundPerOrganization();

    /**
     * How many of them may go to the same upstream, so that one that hangs leaves places for the organization's others.
     */
    @WithDefault("6")
    @WithConverter(AtLeastOne.OfInt.class)
    int backgroundPerUpstream();

    /**
     * Most webhooks of one organization that may wait to be sent. Past it, and past 256 MiB of them, a click is not
     * accepted. So many are kept at most of those that have failed, for another round of attempts.
     */
    @WithDefault("20000")
    @WithConverter(AtLeastOne.OfInt.class)
    int backgroundWaitingPerOrganization();
}
