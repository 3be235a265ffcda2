package org.customactions.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.customactions.support.PackagedService;
import org.customactions.support.Planted;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A start that cannot succeed ends with exit code 1 and one sentence that names the setting. */
class StartRefusalIT {

    private static final String KEY = "MP_JWT_VERIFY_PUBLICKEY_LOCATION";
    private static final String SECRET = "CUSTOM_ACTIONS_JWT_SECRET";

    @TempDir
    private static Path directory;

    private static Path garbage;
    private static TestDatabase database;

    @BeforeAll
    static void prepare() throws IOException {
        database = TestDatabase.createDatabase();
        garbage = Files.writeString(directory.resolve("key.pem"), "not a key");
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                Arguments.of("DB_HOST", null, "Set DB_HOST to the host name of the PostgreSQL server"),
                Arguments.of("DB_HOST", "", "Set DB_HOST to the host name of the PostgreSQL server"),
                Arguments.of(
                        "DB_USERNAME",
                        null,
                        "Set DB_USERNAME (and DB_PASSWORD) to the PostgreSQL user of this service"),
                Arguments.of(
                        KEY,
                        null,
                        "Set %s (path or URL of a public key or key set, for RS256 and ES256 tokens) or %s (for HS256 tokens):"
                                        .formatted(KEY, SECRET)
                                + " without a key no token can be verified"),
                Arguments.of(
                        SECRET,
                        SigningKeys.SECRET,
                        "Set only one of %s and %s: tokens are verified with one kind of key".formatted(KEY, SECRET)),
                Arguments.of(KEY, "/no/such/key.pem", KEY + " names a file that cannot be read: /no/such/key.pem"),
                Arguments.of(
                        KEY,
                        "file:///no/such/key.pem",
                        KEY + " names a file that cannot be read: file:///no/such/key.pem"),
                Arguments.of(KEY, "key.pem", KEY + " names a file that cannot be read: key.pem"),
                Arguments.of(
                        "CUSTOM_ACTIONS_WEBHOOK_TIMEOUT",
                        "soon",
                        "custom-actions.webhook.timeout cannot be \"soon\": Invalid duration: soon"),
                Arguments.of(
                        "CUSTOM_ACTIONS_DATABASE_TIMEOUT",
                        "-5S",
                        "custom-actions.database.timeout must be at least 1 ms"),
                Arguments.of(
                        "CUSTOM_ACTIONS_WEBHOOK_TIMEOUT", "0S", "custom-actions.webhook.timeout must be at least 1 ms"),
                Arguments.of(
                        "CUSTOM_ACTIONS_EXECUTION_MAX_CONCURRENT_PER_ORGANIZATION",
                        "0",
                        "custom-actions.execution.max-concurrent-per-organization must be at least 1"),
                Arguments.of(
                        "CUSTOM_ACTIONS_WEBHOOK_ALLOWED_NETWORKS",
                        "10.0.0.0/8,10.0.0.0/99",
                        "custom-actions.webhook.allowed-networks has an entry that cannot be used, \"10.0.0.0/99\":"
                                + " its prefix length must be a number from 0 to 32"),
                Arguments.of(
                        "CUSTOM_ACTIONS_SECRETS_KEY",
                        Planted.text("no base64"),
                        "custom-actions.secrets.key must be 32 bytes in base64, as \"openssl rand -base64 32\" makes them"),
                Arguments.of(
                        "CUSTOM_ACTIONS_SECRETS_KEY",
                        Planted.encryptionKey(1).substring(4),
                        "custom-actions.secrets.key must be 32 bytes in base64, as \"openssl rand -base64 32\" makes them"),
                Arguments.of(
                        "CUSTOM_ACTIONS_SECRETS_PREVIOUS_KEYS",
                        Planted.encryptionKey(1) + "," + Planted.text("short"),
                        "custom-actions.secrets.previous-keys must each be 32 bytes in base64, as \"openssl rand -base64 32\""
                                + " makes them; number 2 is not"),
                Arguments.of(
                        "DB_NAME",
                        "no_such_database",
                        "PostgreSQL refuses the connection (FATAL: database \"no_such_database\" does not exist):"
                                + " check DB_NAME, DB_USERNAME and DB_PASSWORD"),
                Arguments.of(
                        "DB_USERNAME",
                        "nobody",
                        "PostgreSQL refuses the connection (FATAL: role \"nobody\" does not exist):"
                                + " check DB_NAME, DB_USERNAME and DB_PASSWORD"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @MethodSource("settings")
    void shouldNameTheSettingAtFault(String name, String value, String sentence) {
        var environment = environment();
        environment.put(name, value);
        if (value == null) {
            environment.remove(name);
        }

        assertRefused(environment, sentence);
    }

    @Test
    void shouldRefuseAShortSecret() {
        var environment = environment();
        environment.remove(KEY);
        environment.put(SECRET, Planted.text("x".repeat(18)));

        assertRefused(environment, SECRET + " must be at least 32 bytes long");
    }

    @Test
    void shouldRefuseAFileThatHoldsNoKey() {
        var environment = environment();
        environment.put(KEY, garbage.toString());

        assertRefused(
                environment,
                KEY + " names a file that holds neither a public key (PEM) nor a key set (JWKS): " + garbage);
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
        environment.put(KEY, SigningKeys.rsaPublicKeyLocation().toString());
        return environment;
    }

    /** The embedded server trusts everybody else on the loopback interface. */
    private static void requirePasswordOf(String user) throws IOException {
        var rules = Path.of(database.queryValue(String.class, "show hba_file"));
        Files.writeString(rules, "host all " + user + " 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
        database.query("select pg_reload_conf()");
    }
}
