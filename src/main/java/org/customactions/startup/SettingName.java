package org.customactions.startup;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;

/**
 * Knows the name of the setting that is being read. A converter is given the text alone, and a failure of it reaches
 * nobody but as text of the configuration library; so whoever refuses a text has to say at once of which setting.
 */
// The outermost: the names that others look up on the way come first, and then the one that was asked for.
@Priority(Priorities.APPLICATION + 1_000)
public class SettingName implements ConfigSourceInterceptor {

    private static final ThreadLocal<String> LAST = new ThreadLocal<>();

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        var value = context.proceed(name);
        LAST.set(name);
        return value;
    }

    /** The setting whose text this thread converts now. */
    static String current() {
        return LAST.get();
    }
}
