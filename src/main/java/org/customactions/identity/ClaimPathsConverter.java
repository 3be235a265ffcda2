package org.customactions.identity;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.customactions.startup.SettingName;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads a setting that lists claims. A malformed one ends the start with a sentence that names the setting. */
public final class ClaimPathsConverter implements Converter<ClaimPaths> {

    @Override
    public ClaimPaths convert(String text) {
        if (text.isEmpty()) {
            // The library passes this for an optional setting that is not there, and takes this exception for none.
            throw new IllegalArgumentException("it must not be empty; leave it out to use its default");
        }
        try {
            return ClaimPaths.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "%s cannot be \"%s\": %s".formatted(SettingName.current(), text, e.getMessage()));
        }
    }
}
