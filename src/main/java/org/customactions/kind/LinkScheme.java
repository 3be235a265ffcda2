package org.customactions.kind;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.customactions.startup.SettingName;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads the name of a scheme that links may have. */
public class LinkScheme implements Converter<String> {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9+.-]{0,63}");

    /** A link of theirs would run code in the page that opens it, or read what is not on the network. */
    private static final Set<String> DANGEROUS = Set.of(
            "javascript", "vbscript", "livescript", "data", "blob", "file", "filesystem", "about", "view-source");

    @Override
    public String convert(String text) {
        var name = text.strip().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw refusal(text, "a scheme is a name such as https, without a colon");
        }
        if (DANGEROUS.contains(name)) {
            throw refusal(text, "such a link could run code or read files");
        }
        return name;
    }

    private static ConfigurationException refusal(String text, String reason) {
        return new ConfigurationException(
                "%s cannot have \"%s\": %s".formatted(SettingName.current(), text.strip(), reason));
    }
}
