package org.customactions.identity;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.customactions.startup.SettingName;
import org.customactions.text.HeaderRules;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads the name of a header or cookie, which have the same form (RFC 9110, RFC 6265). Another text ends the start. */
public final class NameConverter implements Converter<String> {

    @Override
    public String convert(String text) {
        if (text.isEmpty()) {
            // The library passes this for an optional setting that is not there, and takes this exception for none.
            throw new IllegalArgumentException("it must not be empty; leave it out to use its default");
        }
        var name = text.strip();
        if (!HeaderRules.isName(name)) {
            throw new ConfigurationException(
                    "%s cannot be \"%s\": it must be a name without spaces, such as X-CSRF-Token"
                            .formatted(SettingName.current(), text));
        }
        return name;
    }
}
