package org.customactions.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.jboss.logging.Logger;

/** An empty PostgreSQL that lives as long as the development process, on a free port. */
final class DevelopmentDatabase {

    private static final Logger LOG = Logger.getLogger(DevelopmentDatabase.class);
    private static final String SUPERUSER = "postgres";

    private DevelopmentDatabase() {}

    /** Starts the database and points the {@code DB_*} properties to it. It stops with the process. */
    @SuppressWarnings("resource")
    static void start() throws IOException {
        // Every machine has the built-in locale, whatever is installed there.
        var database = EmbeddedPostgres.builder()
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .start();
        System.setProperty("DB_HOST", "localhost");
        System.setProperty("DB_PORT", Integer.toString(database.getPort()));
        System.setProperty("DB_NAME", SUPERUSER);
        System.setProperty("DB_USERNAME", SUPERUSER);
        System.setProperty("DB_PASSWORD", SUPERUSER);
        LOG.infof("PostgreSQL of this run: %s", database.getJdbcUrl(SUPERUSER, SUPERUSER));
    }
}
