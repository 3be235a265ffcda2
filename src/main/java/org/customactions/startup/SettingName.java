package org.customactions.startup;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;

/**
 * Knows the name of the setting that is being read. A converter gets only the text, and its exception is turned into
 * text by the configuration library. So the converter's own message has to name the setting.
 */
// The outermost interceptor: the others look up further names first, so the requested name is the last one.
@Priority(Priorities.APPLICATION + 1_000)
public class SettingName implements ConfigSourceInterceptor {

    private static final ThreadLocal<String> LAST = new ThreadLocal<>();

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        var value = context.proceed(name);
        LAST.set(name);
        return value;
    }

    /** The setting that this thread is converting now. */
    public static String current() {
        return LAST.get();
    }
}
