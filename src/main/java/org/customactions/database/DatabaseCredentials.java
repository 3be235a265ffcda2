package org.customactions.database;

import io.quarkus.arc.Unremovable;
import io.quarkus.credentials.CredentialsProvider;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The user and the password, read again for each connection, so that a password in a file can be exchanged while the
 * service runs. It reads that file, so it must not be called on an event loop.
 */
@ApplicationScoped
@Unremovable
@Named(DatabaseCredentials.NAME)
public class DatabaseCredentials implements CredentialsProvider {

    /** As {@code application.properties} calls it. */
    static final String NAME = "database-credentials";

    @Override
    public Map<String, String> getCredentials(String ignored) {
        return Map.of(
                USER_PROPERTY_NAME, read("quarkus.datasource.username"),
                PASSWORD_PROPERTY_NAME, read("quarkus.datasource.password"));
    }

    private static String read(String name) {
        try {
            return ConfigProvider.getConfig()
                    .getOptionalValue(name, String.class)
                    .orElse("");
        } catch (ConfigurationException e) {
            // The file that was there at the start has gone, and may come back.
            throw new UncheckedIOException(new IOException(e.getMessage()));
        }
    }
}
