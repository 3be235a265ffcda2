package org.customactions.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Settings that name something in PostgreSQL, which allows every character in names. */
final class PostgresName {

    private static final int MOST_BYTES = 63;

    private PostgresName() {}

    /**
     * The name that a setting gives; empty if it is not set.
     *
     * @throws ConfigurationException if it can only be a mistake
     */
    static Optional<String> of(String setting, UnaryOperator<String> settings) {
        var name = settings.apply(setting);
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new ConfigurationException(
                    setting + " contains a line break or another control character: leave it out");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new ConfigurationException("%s is longer than %d bytes, the most that a name in PostgreSQL has"
                    .formatted(setting, MOST_BYTES));
        }
        return Optional.of(name).filter(text -> !text.isEmpty());
    }

    /** The name as an identifier in SQL. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
