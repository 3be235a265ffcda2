package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

/** What the drivers are told, and what is refused before they are. */
class ConnectionSettingsTest {

    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final String TIMEOUTS = "ApplicationName=custom-actions-migration&connectTimeout=5&socketTimeout=60";

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "db.example.com, 5433, chat, db.example.com, 5433, chat",
        "'db\n', '5432 ', chat, db, 5432, chat",
        "db_1, '', '', db_1, 5432, custom_actions",
        "10.0.0.9, '', '', 10.0.0.9, 5432, custom_actions",
        "::1, '', '', '[0:0:0:0:0:0:0:1]', 5432, custom_actions",
        "[::1], '', '', '[0:0:0:0:0:0:0:1]', 5432, custom_actions",
        "fd00::a:1, '', '', '[fd00:0:0:0:0:0:a:1]', 5432, custom_actions",
        "::ffff:10.0.0.9, '', '', 10.0.0.9, 5432, custom_actions",
        "db, '', Chat DB, db, 5432, Chat DB",
        "db, '', x?sslmode=require, db, 5432, x?sslmode=require",
        "db, '', 'a/b&c=d;$${x},%41+#', db, 5432, 'a/b&c=d;$${x},%41+#'",
        "db, '', größe, db, 5432, größe"
    })
    void shouldTellBothDriversTheSameAddress(
            String host, String port, String name, String toHost, int toPort, String toName) {
        var settings = settings(Map.of("DB_HOST", host, "DB_PORT", port, "DB_NAME", name));

        var options = PgConnectOptions.fromUri(settings.getValue("quarkus.datasource.reactive.url", String.class));
        var jdbc = Driver.parseURL(settings.getValue(JDBC_URL, String.class), null);

        DatabaseSettings.check(settings);
        assertThat(options.getHost()).isEqualTo(toHost.replaceAll("[\\[\\]]", ""));
        assertThat(options.getPort()).isEqualTo(toPort);
        assertThat(options.getDatabase()).isEqualTo(toName);
        assertThat(jdbc)
                .containsEntry("PGHOST", toHost)
                .containsEntry("PGPORT", String.valueOf(toPort))
                .containsEntry("PGDBNAME", toName)
                .containsEntry("connectTimeout", "5")
                .containsEntry("socketTimeout", "60")
                .containsEntry("sslmode", "prefer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db:5432",
                "tcp://10.0.0.9:5432",
                "postgres://db/chat",
                "/var/run/postgresql",
                "a,b",
                "d b",
                "-db",
                "fe80::1%eth0",
                "[db]",
                "1::2::3",
                "db?x",
                "${DB}"
            })
    void shouldRefuseWhatIsNoHost(String host) {
        assertRefused(
                Map.of("DB_HOST", host),
                "DB_HOST cannot be \"%s\": it must be a host name or an IP address, such as db.example.com, and the port goes"
                                .formatted(host)
                        + " into DB_PORT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "5432a", "99999999999", "٥٤٣٢"})
    void shouldRefuseWhatIsNoPort(String port) {
        assertRefused(
                Map.of("DB_PORT", port),
                "DB_PORT cannot be \"%s\": it must be a number from 1 to 65535, such as 5432".formatted(port));
    }

    @Test
    void shouldTellWhereAPortOfKubernetesComesFrom() {
        assertRefused(
                Map.of("DB_PORT", "tcp://10.0.0.9:5432"),
                "DB_PORT cannot be \"tcp://10.0.0.9:5432\": it must be a number from 1 to 65535, such as 5432; Kubernetes"
                        + " sets it so for a Service named db, unless the pod says enableServiceLinks: false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DB_NAME", "DB_USERNAME", "DB_SCHEMA"})
    void shouldRefuseNamesThatAreMistakes(String setting) {
        assertRefused(
                Map.of(setting, "chat\n"),
                setting + " contains a line break or another control character: leave it out");
        assertRefused(
                Map.of(setting, "ä".repeat(32)),
                setting + " is longer than 63 bytes, the most that a name in PostgreSQL has");
    }

    @ParameterizedTest
    @ValueSource(strings = {"allow", "on", "true", "VERIFY_FULL", "verify-everything"})
    void shouldRefuseAnotherMode(String mode) {
        assertRefused(
                Map.of("DB_SSLMODE", mode),
                "DB_SSLMODE cannot be \"%s\": it must be one of disable, prefer, require, verify-ca, verify-full"
                        .formatted(mode));
    }

    @Test
    void shouldRefuseAuthoritiesThatNobodyLooksAt() {
        assertRefused(
                Map.of("DB_SSLROOTCERT", "/ca.pem"),
                "DB_SSLROOTCERT needs DB_SSLMODE=verify-full or verify-ca: with prefer no certificate is checked");
    }

    @Test
    void shouldRefuseAFileWithoutAuthorities(@TempDir Path directory) throws IOException {
        var garbage = Files.writeString(directory.resolve("ca.pem"), "no certificate");

        assertRefused(
                Map.of("DB_SSLMODE", "verify-full", "DB_SSLROOTCERT", "/no/such.pem"),
                "DB_SSLROOTCERT names a file that cannot be read: /no/such.pem");
        assertRefused(
                Map.of("DB_SSLMODE", "verify-ca", "DB_SSLROOTCERT", garbage.toString()),
                "DB_SSLROOTCERT names a file that holds no certificate (PEM): " + garbage);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', sslmode=prefer",
        "disable, '', sslmode=disable",
        "'require ', '', sslmode=require",
        "require, /a b/ca&1.pem, sslmode=verify-ca&sslrootcert=%2Fa%20b%2Fca%261.pem",
        "verify-ca, /ca.pem, sslmode=verify-ca&sslrootcert=%2Fca.pem",
        "verify-full, /ca.pem, sslmode=verify-full&sslrootcert=%2Fca.pem",
        "verify-full, '', sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory"
    })
    void shouldTellMigrationsOfTls(String mode, String file, String parameters) {
        var settings = settings(Map.of("DB_SSLMODE", mode, "DB_SSLROOTCERT", file));

        assertThat(settings.getValue(JDBC_URL, String.class))
                .isEqualTo("jdbc:postgresql://db:5432/custom_actions?" + TIMEOUTS + "&" + parameters);
    }

    @Test
    void shouldLeaveToAUrlWhatItSaysItself() {
        var settings = settings(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://other/db?connectTimeout=9&sslmode=verify-full&sslrootcert=/ca.pem"));

        assertThat(settings.getValue(JDBC_URL, String.class))
                .isEqualTo("jdbc:postgresql://other/db?connectTimeout=9&sslmode=verify-full&sslrootcert=/ca.pem"
                        + "&ApplicationName=custom-actions-migration&socketTimeout=60");
    }

    @Test
    void shouldQuoteASchema() {
        assertThat(PostgresName.quoted("Chat \"x\"")).isEqualTo("\"Chat \"\"x\"\"\"");
        assertThatNoException().isThrownBy(() -> DatabaseSettings.check(settings(Map.of("DB_SCHEMA", "Chat \"x\""))));
    }

    private static void assertRefused(Map<String, String> changes, String sentence) {
        assertThatThrownBy(() -> DatabaseSettings.check(settings(changes)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(sentence);
    }

    private static SmallRyeConfig settings(Map<String, String> changes) {
        var environment = new HashMap<>(Map.of("DB_HOST", "db", "DB_USERNAME", "somebody"));
        environment.putAll(changes);
        try {
            return new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .addDiscoveredInterceptors()
                    .withProfile("prod")
                    .withSources(
                            new EnvConfigSource(environment, 300),
                            new PropertiesConfigSource(
                                    Path.of("src/main/resources/application.properties")
                                            .toUri()
                                            .toURL(),
                                    250))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
