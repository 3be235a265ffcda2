package org.customactions.database;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.Map;

/**
 * Makes of the {@code DB_*} settings what the settings of both drivers need: an address that can stand in a URL,
 * whatever characters a name has, and the parameters of the JDBC URL, also if somebody has set that URL.
 */
// Where LiteralSettings and the interceptor of expressions are not far: outside the first, within the second.
@Priority(Priorities.LIBRARY + 260)
public class ConnectionSettings implements ConfigSourceInterceptor {

    /** Host, port and database, for {@code application.properties}. */
    private static final String ADDRESS = "db.address";

    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    /** Seconds, without which a migration would wait for ever for a database that has gone silent. */
    private static final Map<String, String> PARAMETERS =
            Map.of("connectTimeout", "5", "socketTimeout", "60", "ApplicationName", "custom-actions-migration");

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        if (name.equals(ADDRESS)) {
            var address = DatabaseAddress.of(setting -> literal(context, setting));
            return ConfigValue.builder()
                    .withName(name)
                    .withValue(address.inUrl())
                    .build();
        }
        var value = context.proceed(name);
        return name.equals(JDBC_URL) && value != null && value.getValue() != null
                ? value.withValue(
                        withParameters(value.getValue(), DatabaseTls.of(setting -> literal(context, setting))))
                : value;
    }

    private static String literal(ConfigSourceInterceptorContext context, String setting) {
        var value = Expressions.withoutExpansion(() -> context.proceed(setting));
        return value == null || value.getValue() == null ? "" : value.getValue();
    }

    /** The URL with what it does not say itself. */
    static String withParameters(String url, DatabaseTls tls) {
        var whole = new StringBuilder(url);
        PARAMETERS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(parameter -> !has(url, parameter.getKey()))
                .forEach(parameter -> append(whole, parameter.getKey() + "=" + parameter.getValue()));
        if (!has(url, "sslmode")) {
            append(whole, tls.inJdbcUrl());
        }
        return whole.toString();
    }

    private static boolean has(String url, String parameter) {
        return url.contains("?" + parameter + "=") || url.contains("&" + parameter + "=");
    }

    private static void append(StringBuilder url, String parameter) {
        url.append(url.indexOf("?") < 0 ? "?" : "&").append(parameter);
    }
}
