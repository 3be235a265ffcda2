package org.customactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.customactions.database.DatabaseConfiguration;
import org.customactions.database.DatabaseSettings;
import org.customactions.execution.ExecutionConfiguration;
import org.customactions.identity.JwtKeys;
import org.customactions.support.Planted;
import org.customactions.support.SigningKeys;
import org.customactions.webhook.WebhookConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a start that fails for its settings says; {@code StartRefusalIT} shows that the package says it and exits. */
class StartFailureTest {

    private static final String KEY = "MP_JWT_VERIFY_PUBLICKEY_LOCATION";
    private static final String SECRET = "CUSTOM_ACTIONS_JWT_SECRET";

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
                Arguments.of(KEY, "https:/id.example.com", KEY + " is not a URL: https:/id.example.com"),
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
                        "custom-actions.execution.max-concurrent-per-organization must be at least 1"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @MethodSource("settings")
    void shouldNameTheSettingAtFault(String name, String value, String sentence) {
        var environment = environment();
        environment.put(name, value);
        if (value == null) {
            environment.remove(name);
        }

        assertThat(sentences(environment)).containsExactly(sentence);
    }

    @Test
    void shouldRefuseAShortSecret() {
        var environment = environment();
        environment.remove(KEY);
        environment.put(SECRET, Planted.text("x".repeat(18)));

        assertThat(sentences(environment)).containsExactly(SECRET + " must be at least 32 bytes long");
    }

    @Test
    void shouldRefuseAFileThatHoldsNoKey(@TempDir Path directory) throws IOException {
        var garbage = Files.writeString(directory.resolve("key.pem"), "not a key");
        var environment = environment();
        environment.put(KEY, garbage.toString());

        assertThat(sentences(environment))
                .containsExactly(
                        KEY + " names a file that holds neither a public key (PEM) nor a key set (JWKS): " + garbage);
    }

    @Test
    void shouldSayNothingWhereAllIsSet() {
        assertThat(sentences(environment())).isEmpty();
    }

    /** In the order of {@link Main}. */
    private static List<String> sentences(Map<String, String> environment) {
        try {
            var configuration = configuration(environment).build();
            JwtKeys.check(configuration);
            DatabaseSettings.check(configuration);
            configuration(environment)
                    .withMapping(DatabaseConfiguration.class)
                    .withMapping(ExecutionConfiguration.class)
                    .withMapping(WebhookConfiguration.class)
                    .build();
            return List.of();
        } catch (ConfigurationException | ConfigValidationException e) {
            return StartFailure.sentences(e);
        }
    }

    private static SmallRyeConfigBuilder configuration(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDiscoveredInterceptors()
                .withSources(new EnvConfigSource(environment, 300));
    }

    private static Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "DB_HOST",
                "localhost",
                "DB_USERNAME",
                "somebody",
                KEY,
                SigningKeys.ecPublicKeyLocation().toString()));
    }
}
