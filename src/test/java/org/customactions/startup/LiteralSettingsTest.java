package org.customactions.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.customactions.support.Planted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords and keys are what somebody has written, from whatever source they come. */
class LiteralSettingsTest {

    private static final String PASSWORD = "DB_PASSWORD";
    private static final String FILE = "DB_PASSWORD_FILE";
    private static final String SECRET = "custom-actions.jwt.secret";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my$$pass",
                "pa${ss}word",
                "${DB_HOST}",
                "a\\$b",
                "a\\\\$$b",
                "$",
                "end$",
                "\\",
                "${",
                "{}",
                "a,b",
                " blank ",
                "a:${x:y}",
                "größer"
            })
    void shouldTakeValuesAsTheyAre(String value) {
        var properties = Map.of(
                "of.another",
                "<${DB_PASSWORD}>",
                "spelled",
                "${CUSTOM_ACTIONS_JWT_SECRET}",
                "DB_HOST",
                "db",
                SECRET,
                value);
        var settings = configuration(Map.of(PASSWORD, value), properties);

        assertThat(settings.getValue(PASSWORD, String.class)).isEqualTo(value);
        assertThat(settings.getValue("of.another", String.class)).isEqualTo("<" + value + ">");
        assertThat(settings.getValue(SECRET, String.class)).isEqualTo(value);
    }

    @Test
    void shouldKeepExpressionsEverywhereElse() {
        var settings =
                configuration(Map.of("DB_HOST", "db"), Map.of("other", "${DB_HOST}$${x}", "db.host", "${DB_HOST}"));

        assertThat(settings.getValue("other", String.class)).isEqualTo("db${x}");
    }

    @Test
    void shouldTakeAKeyFromItsVariableAsItIs() {
        var settings = configuration(Map.of("CUSTOM_ACTIONS_JWT_SECRET", "a$$b${c}"), Map.of());

        assertThat(settings.getValue(SECRET, String.class)).isEqualTo("a$$b${c}");
    }

    @ParameterizedTest
    @CsvSource({"pa$$word,pa$$word", "'word\n',word", "'word\r\n',word", "'word\n\n','word\n'", "' word ',' word '"})
    void shouldReadFilesWithoutTheLineBreakAtTheirEnd(String content, String value) throws IOException {
        var file = write(content);
        var settings = configuration(
                Map.of(FILE, file, "CUSTOM_ACTIONS_SECRETS_KEY_FILE", file, "CUSTOM_ACTIONS_JWT_SECRET", ""),
                Map.of(SECRET + "-file", file));

        assertThat(settings.getValue(PASSWORD, String.class)).isEqualTo(value);
        assertThat(settings.getValue(SECRET, String.class)).isEqualTo(value);
        assertThat(settings.getValue("custom-actions.secrets.key", String.class))
                .isEqualTo(value);
        LiteralSettings.check(settings);
    }

    @Test
    void shouldReadAFileEachTime() throws IOException {
        var file = write("first");
        var settings = configuration(Map.of(FILE, file), Map.of());
        assertThat(settings.getValue(PASSWORD, String.class)).isEqualTo("first");

        write("second");

        assertThat(settings.getValue(PASSWORD, String.class)).isEqualTo("second");
    }

    @Test
    void shouldRefuseBothForms() throws IOException {
        var settings = configuration(Map.of(FILE, write("one"), PASSWORD, Planted.text("another")), Map.of());

        assertRefused(settings, "Set only one of DB_PASSWORD and DB_PASSWORD_FILE");
    }

    @Test
    void shouldRefuseBothFormsOfAKey() throws IOException {
        var settings = configuration(
                Map.of("CUSTOM_ACTIONS_SECRETS_KEY_FILE", write("one"), "CUSTOM_ACTIONS_SECRETS_KEY", "x"), Map.of());

        assertRefused(settings, "Set only one of CUSTOM_ACTIONS_SECRETS_KEY and CUSTOM_ACTIONS_SECRETS_KEY_FILE");
    }

    @Test
    void shouldRefuseFilesThatHoldNoValue() throws IOException {
        var missing = directory.resolve("none").toString();
        assertRefused(FILE, missing, "cannot be read");
        assertRefused(FILE, directory.toString(), "cannot be read");
        assertRefused("CUSTOM_ACTIONS_JWT_SECRET_FILE", missing, "cannot be read");
        assertRefused("DB_USERNAME_FILE", write(""), "is empty");
        assertRefused(FILE, write("\n"), "is empty");
        assertRefused(FILE, write("x".repeat(70_000)), "is longer than 64 KiB");
        var latin1 = Files.write(directory.resolve("latin1"), "größer".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(FILE, latin1.toString(), "is not text in UTF-8");
    }

    @Test
    void shouldRefuseWhatTheLocaleCouldNotRead() {
        assertRefused(
                configuration(Map.of(PASSWORD, "gr\uFFFD\uFFFDer"), Map.of()),
                "DB_PASSWORD has characters that this machine's locale cannot read: set LANG=C.UTF-8, or put the value"
                        + " into a file and name it in DB_PASSWORD_FILE");
    }

    private static void assertRefused(String name, String file, String fault) {
        assertRefused(
                configuration(Map.of(name, file), Map.of()),
                "%s names a file that %s: %s".formatted(name, fault, file));
    }

    private static void assertRefused(SmallRyeConfig settings, String sentence) {
        assertThatThrownBy(() -> LiteralSettings.check(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(sentence);
    }

    private String write(String content) throws IOException {
        return Files.writeString(directory.resolve("value"), content).toString();
    }

    private static SmallRyeConfig configuration(Map<String, String> environment, Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredInterceptors()
                .withProfile("prod")
                .withSources(new EnvConfigSource(environment, 300), new PropertiesConfigSource(properties, "test", 100))
                .build();
    }
}
