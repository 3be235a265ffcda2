package org.customactions.http;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.customactions.startup.ForwardedHeaders;
import org.customactions.url.Cidr;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads the address, network or host name of a proxy. */
public class ProxyAddress implements Converter<String> {

    private static final Pattern NAME =
            Pattern.compile("(?=.*[a-zA-Z])[a-zA-Z0-9_]([a-zA-Z0-9_.-]{0,251}[a-zA-Z0-9])?");

    /**
     * Checks them before anything else reads them.
     *
     * @throws ConfigurationException with a sentence if one of them is none
     */
    public static void checkAll(Config configuration) {
        var converter = new ProxyAddress();
        configuration
                .getOptionalValue(ForwardedHeaders.TRUSTED, String.class)
                .ifPresent(list -> Arrays.stream(list.split(",")).forEach(converter::convert));
    }

    @Override
    public String convert(String text) {
        var proxy = text.strip();
        if (!NAME.matcher(proxy).matches() && !isNetwork(proxy)) {
            throw new ConfigurationException(
                    "%s cannot have \"%s\": it must be an address, a network such as 10.0.0.0/8, or a host name"
                            .formatted(ForwardedHeaders.TRUSTED, proxy));
        }
        return proxy;
    }

    private static boolean isNetwork(String text) {
        try {
            return Cidr.parse(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
