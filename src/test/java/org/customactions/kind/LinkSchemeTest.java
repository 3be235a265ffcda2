package org.customactions.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schemes that an operator may allow. */
class LinkSchemeTest {

    private static Set<String> schemes(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDiscoveredInterceptors()
                .withMapping(LinkConfiguration.class)
                .withSources(new PropertiesConfigSource(settings, "test", 1))
                .build()
                .getConfigMapping(LinkConfiguration.class)
                .schemes();
    }

    @Test
    void shouldReadSchemesInAnyCase() {
        assertThat(schemes(Map.of("custom-actions.url.schemes", "HTTPS, tel,ms-teams,web+x")))
                .containsExactlyInAnyOrder("https", "tel", "ms-teams", "web+x");
        assertThat(schemes(Map.of())).containsExactlyInAnyOrder("http", "https", "mailto", "tel");
    }

    @ParameterizedTest
    @CsvSource({
        "javascript, such a link could run code or read files",
        "JavaScript, such a link could run code or read files",
        "data, such a link could run code or read files",
        "file, such a link could run code or read files",
        "vbscript, such a link could run code or read files",
        "blob, such a link could run code or read files",
        "https:, 'a scheme is a name such as https, without a colon'",
        "http://, 'a scheme is a name such as https, without a colon'",
        "7up, 'a scheme is a name such as https, without a colon'",
        "java script, 'a scheme is a name such as https, without a colon'",
        "*, 'a scheme is a name such as https, without a colon'"
    })
    void shouldEndTheStartWithASentence(String scheme, String reason) {
        assertThatThrownBy(() -> schemes(Map.of("custom-actions.url.schemes", "https," + scheme)))
                .hasStackTraceContaining("custom-actions.url.schemes cannot have \"%s\": %s".formatted(scheme, reason));
    }
}
