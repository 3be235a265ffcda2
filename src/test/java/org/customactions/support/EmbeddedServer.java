package org.customactions.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The embedded PostgreSQL server of this JVM: started by the first call, stopped when the JVM exits. Only
 * {@link TestDatabase} calls it, through {@link JvmWide}. Who needs a server of another kind starts one of its builder.
 */
public final class EmbeddedServer {
    private static final int ATTEMPTS = 3;
    private static EmbeddedPostgres server;

    private EmbeddedServer() {}

    static synchronized Integer port() {
        if (server == null) {
            server = start();
        }
        return server.getPort();
    }

    /** The port is picked before it is bound, so another process can take it in between: then the next one is tried. */
    private static EmbeddedPostgres start() {
        IOException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return builder().start();
            } catch (IOException e) {
                last = e;
            }
        }
        throw new UncheckedIOException("The embedded PostgreSQL did not start", last);
    }

    /** A server as all tests have it, of which more can be said. */
    public static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                // The same collation and case folding on every machine, whatever its locale.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setPGStartupWait(Patience.LIMIT);
    }
}
