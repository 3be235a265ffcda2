package org.customactions.web;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.regex.Pattern;
import org.customactions.startup.SettingName;
import org.customactions.url.UrlException;
import org.customactions.url.Urls;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads the address of a page at which managers sign in. Anything else ends the start. */
public final class SignInUrl implements Converter<String> {

    /** Stands for the address of the console that the page leads back to. */
    static final String BACK = "{return_to}";

    private static final Pattern BEFORE_QUERY = Pattern.compile("[^?#]*");

    @Override
    public String convert(String text) {
        if (text.isEmpty()) {
            // The library passes this for an optional setting that is not there, and takes this exception for none.
            throw new IllegalArgumentException("it must not be empty; leave it out for none");
        }
        var url = text.strip();
        try {
            Urls.normalize(url.replace(BACK, "x"), Urls.WEB);
        } catch (UrlException e) {
            throw refusal(text, e.getMessage());
        }
        var address = BEFORE_QUERY.matcher(url);
        if (address.lookingAt() && address.group().contains("{")) {
            throw refusal(text, BACK + " can only stand in its query or after #");
        }
        return url;
    }

    private static ConfigurationException refusal(String text, String reason) {
        return new ConfigurationException("%s cannot be \"%s\": %s".formatted(SettingName.current(), text, reason));
    }
}
