package org.customactions.startup;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.Map;

/**
 * Makes one setting of those that Quarkus has for proxies. If proxies are trusted, scheme, host, port and path of a
 * request are what they say in {@code X-Forwarded-*}. Whoever sets one of the others has the last word.
 */
@Priority(Priorities.LIBRARY + 500)
public class ForwardedHeaders implements ConfigSourceInterceptor {

    public static final String TRUSTED = "custom-actions.http.trusted-proxies";

    private static final String PREFIX = "quarkus.http.proxy.";
    private static final String LIST = PREFIX + "trusted-proxies";

    /** Everything that somebody writes has a higher ordinal. */
    private static final int DEFAULTS = 0;

    private static final Map<String, String> SWITCHES = Map.of(
            PREFIX + "proxy-address-forwarding",
            "true",
            PREFIX + "allow-x-forwarded",
            "true",
            PREFIX + "enable-forwarded-host",
            "true",
            PREFIX + "enable-forwarded-prefix",
            "true",
            LIST,
            "");

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        if (!SWITCHES.containsKey(name)) {
            return context.proceed(name);
        }
        var trusted = context.proceed(TRUSTED);
        var own = context.proceed(name);
        if (trusted == null || trusted.getValue() == null || trusted.getValue().isBlank() || isSet(own)) {
            return own;
        }
        return trusted.withName(name).withValue(name.equals(LIST) ? trusted.getValue() : SWITCHES.get(name));
    }

    /** Quarkus records the defaults of its settings, which are nobody's word. */
    private static boolean isSet(ConfigValue value) {
        return value != null && value.getConfigSourceOrdinal() > DEFAULTS;
    }
}
