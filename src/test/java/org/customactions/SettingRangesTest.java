package org.customactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithConverter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.customactions.directory.DirectoryConfiguration;
import org.customactions.identity.ClaimPaths;
import org.customactions.script.ScriptConfiguration;
import org.customactions.startup.AtLeastOne;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Asks of every duration, size and number among the settings, also of those that are yet to be written. */
class SettingRangesTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Set<Class<?>> UNBOUNDED = Set.of(
            boolean.class,
            String.class,
            Set.class,
            Optional.class,
            ClaimPaths.class,
            DirectoryConfiguration.Fields.class);

    static Stream<Arguments> tooSmall() throws IOException {
        return settings().flatMap(setting -> {
            if (mayBeNone(setting)) {
                return Stream.of(refused(setting, "-1S", "0 s"));
            }
            if (setting.getReturnType() == Duration.class) {
                return Stream.of("-1S", "0S", "0.0009S").map(value -> refused(setting, value, "1 ms"));
            }
            // A size is not even read where it is negative.
            return (setting.getReturnType() == MemorySize.class ? Stream.of("0") : Stream.of("-1", "0"))
                    .map(value -> refused(setting, value, "1"));
        });
    }

    static Stream<Arguments> smallest() throws IOException {
        return settings().map(setting -> Arguments.of(setting.getDeclaringClass(), name(setting), smallest(setting)));
    }

    private static String smallest(Method setting) {
        if (mayBeNone(setting)) {
            return "0S";
        }
        return setting.getReturnType() == Duration.class ? "0.001S" : "1";
    }

    private static boolean mayBeNone(Method setting) {
        var converter = setting.getAnnotation(WithConverter.class);
        return converter != null && converter.value() == AtLeastOne.OfDurationOrNone.class;
    }

    @ParameterizedTest(name = "{1}={2}")
    @MethodSource("tooSmall")
    void shouldRefuseAValueThatIsTooSmall(Class<?> type, String name, String value, String least) {
        assertThatThrownBy(() -> configuration(type, name, value))
                .isInstanceOfSatisfying(
                        ConfigValidationException.class,
                        refusal -> assertThat(StartFailure.sentences(refusal))
                                .containsExactly(name + " must be at least " + least));
    }

    @ParameterizedTest(name = "{1}={2}")
    @MethodSource("smallest")
    void shouldTakeTheSmallestValue(Class<?> type, String name, String value) {
        assertThat(configuration(type, name, value).getConfigMapping(type)).isNotNull();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("smallest")
    void shouldSayWhichSettingCannotBeRead(Class<?> type, String name, String smallest) {
        assertThatThrownBy(() -> configuration(type, name, "soon"))
                .isInstanceOfSatisfying(
                        ConfigValidationException.class,
                        refusal -> assertThat(StartFailure.sentences(refusal))
                                .singleElement()
                                .asString()
                                .startsWith(name + " cannot be \"soon\": "));
    }

    @Test
    void shouldSayWhichWordsASettingMayBe() {
        assertThatThrownBy(() -> configuration(ScriptConfiguration.class, "custom-actions.script.confined", "soon"))
                .isInstanceOfSatisfying(
                        ConfigValidationException.class,
                        refusal -> assertThat(StartFailure.sentences(refusal))
                                .containsExactly("custom-actions.script.confined cannot be \"soon\":"
                                        + " it must be one of available, required, off"));
    }

    private static Arguments refused(Method setting, String value, String least) {
        return Arguments.of(setting.getDeclaringClass(), name(setting), value, least);
    }

    private static SmallRyeConfig configuration(Class<?> type, String name, String value) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDiscoveredInterceptors()
                .withMapping(type)
                .withSources(new PropertiesConfigSource(Map.of(name, value), "test", 1))
                .build();
    }

    private static Stream<Method> settings() throws IOException {
        try (var files = Files.walk(CLASSES)) {
            return files
                    .map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith("Configuration.class"))
                    .map(SettingRangesTest::load)
                    .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                    .filter(setting -> !UNBOUNDED.contains(setting.getReturnType())
                            && !setting.getReturnType().isEnum())
                    .toList()
                    .stream();
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replace(".class", "").replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Method setting) {
        var kebab = setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase();
        return setting.getDeclaringClass().getAnnotation(ConfigMapping.class).prefix() + "." + kebab;
    }
}
