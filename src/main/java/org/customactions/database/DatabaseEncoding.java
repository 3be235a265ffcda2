package org.customactions.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/** Whether the database can store every character. Its encoding is chosen when it is created, and never again. */
final class DatabaseEncoding {

    private static final Logger LOG = Logger.getLogger(DatabaseEncoding.class);

    /** The second stores bytes as they come, and they come in UTF-8. */
    private static final Set<String> FOR_ALL = Set.of("UTF8", "SQL_ASCII");

    private DatabaseEncoding() {}

    /**
     * Refuses a database that is new to the service, and warns about one that it already uses.
     *
     * @throws ConfigurationException if it cannot store every character
     */
    static void check(Flyway flyway) {
        var encoding = of(flyway);
        if (FOR_ALL.contains(encoding)) {
            return;
        }
        var sentence = ("The database has the encoding %s, which lacks most characters, such as emoji: create one with"
                        + " \"encoding 'UTF8' template template0\" and name it in DB_NAME")
                .formatted(encoding);
        if (flyway.info().current() == null) {
            throw new ConfigurationException(sentence);
        }
        LOG.warn(sentence);
    }

    private static String of(Flyway flyway) {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show server_encoding")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new FlywayException("The encoding could not be read", e);
        }
    }
}
