package org.customactions.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.customactions.support.Full;
import org.customactions.support.PackagedService;
import org.customactions.support.Planted;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A start that cannot succeed ends with exit code 1 and one sentence that names the setting: before Quarkus runs, when
 * it reads the settings, when it makes something of them, and when it asks the database. {@code StartFailureTest} has
 * the other sentences.
 */
@Full
class StartRefusalIT {

    private static final String KEY = "MP_JWT_VERIFY_PUBLICKEY_LOCATION";

    private static TestDatabase database;

    @BeforeAll
    static void prepare() {
        database = TestDatabase.createDatabase();
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                Arguments.of("DB_HOST", "", "Set DB_HOST to the host name of the PostgreSQL server"),
                Arguments.of(
                        "CUSTOM_ACTIONS_WEBHOOK_TIMEOUT",
                        "soon",
                        "custom-actions.webhook.timeout cannot be \"soon\": Invalid duration: soon"),
                Arguments.of(
                        "CUSTOM_ACTIONS_IDENTITY_COOKIE",
                        "chat_access",
                        "custom-actions.identity.cookie needs custom-actions.identity.csrf-cookie too: without it, any page"
                                + " could write as a user who is signed in"),
                Arguments.of(
                        "CUSTOM_ACTIONS_URL_SCHEMES",
                        "https,javascript",
                        "custom-actions.url.schemes cannot have \"javascript\": such a link could run code or read files"),
                Arguments.of(
                        "CUSTOM_ACTIONS_SECRETS_KEY",
                        Planted.text("no base64"),
                        "custom-actions.secrets.key must be 32 bytes in base64, as \"openssl rand -base64 32\" makes them"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @MethodSource("settings")
    void shouldNameTheSettingAtFault(String name, String value, String sentence) {
        var environment = environment();
        environment.put(name, value);

        assertRefused(environment, sentence);
    }

    @Test
    void shouldRefuseAWrongPassword() throws IOException {
        var user = "guarded_" + database.name();
        database.execute("create role " + user + " login password '" + Planted.text("right") + "'");
        requirePasswordOf(user);
        var environment = environment();
        environment.put("DB_USERNAME", user);
        environment.put("DB_PASSWORD", Planted.text("wrong"));

        assertRefused(
                environment,
                "PostgreSQL refuses the connection (FATAL: password authentication failed for user \"%s\"): check DB_NAME,"
                                .formatted(user)
                        + " DB_USERNAME and DB_PASSWORD");
    }

    private static void assertRefused(Map<String, String> environment, String sentence) {
        try (var service = PackagedService.start(environment)) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.outputLines()).containsExactly(sentence);
        }
    }

    private static Map<String, String> environment() {
        var environment = new HashMap<>(database.environment());
        environment.put(KEY, SigningKeys.ecPublicKeyLocation().toString());
        return environment;
    }

    /** The embedded server trusts everybody else on the loopback interface. */
    private static void requirePasswordOf(String user) throws IOException {
        var rules = Path.of(database.queryValue(String.class, "show hba_file"));
        Files.writeString(rules, "host all " + user + " 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
        database.query("select pg_reload_conf()");
    }
}
