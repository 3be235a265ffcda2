package org.customactions.directory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import org.customactions.startup.AtLeastOne;

/** The directory of contacts. */
@ConfigMapping(prefix = "custom-actions.directory")
public interface DirectoryConfiguration {

    /**
     * Most contacts that an organization may have, deleted ones included, which stay. Past it, writing contacts is
     * refused with 409.
     */
    @WithDefault("1000000")
    @WithConverter(AtLeastOne.OfInt.class)
    int maxContactsPerOrganization();
}
