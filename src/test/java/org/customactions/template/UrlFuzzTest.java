package org.customactions.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customactions.url.UrlException;
import org.customactions.url.Urls;
import org.junit.jupiter.api.Test;

/** Does the same as {@link EscapingFuzzTest} for URLs. */
class UrlFuzzTest {
    @Test
    void shouldKeepSchemeHostPathDepthAndParameterCountOfAUrl() {
        UrlTemplate template =
                UrlTemplate.compile("https://api.example.com:8443/v1/{{x}}/end?a={{x}}&b={{x}}#f{{x}}", Urls.WEB);

        HostileText.forEach(value -> {
            if (climbs(value)) {
                assertThatThrownBy(() -> template.render(Map.of("x", value))).isInstanceOf(UrlException.class);
                return;
            }
            URI url = URI.create(template.render(Map.of("x", value)));

            assertThat(url.getScheme()).isEqualTo("https");
            assertThat(url.getRawAuthority()).isEqualTo("api.example.com:8443");
            assertThat(url.normalize().getRawPath().split("/", -1)).hasSize(value.isEmpty() ? 3 : 4);
            assertThat(url.getRawQuery().split("[&;]", -1)).hasSize(2);
            assertThat(url.getRawFragment()).startsWith("f");
            assertThat(url.getRawPath().split("/", -1)[2])
                    .isEqualTo(url.getRawFragment().substring(1));
            assertThat(URLDecoder.decode(url.getRawQuery().split("&")[1].substring(2), StandardCharsets.UTF_8))
                    .isEqualTo(HostileText.wellFormed(value));
        });
    }

    /** By other means than the service: whether a part between slashes is dots, as it is and decoded once or twice. */
    private static boolean climbs(String value) {
        var text = HostileText.wellFormed(value);
        for (int i = 0; i < 3; i++) {
            for (var part : Normalizer.normalize(text, Normalizer.Form.NFKC).split("[/\\\\]")) {
                var segment = part.replaceAll("(?s)[;?#\0].*", "").replaceAll("[\\p{Cc}\\p{Cf}\\p{Z}]", "");
                if (segment.equals(".") || segment.equals("..")) {
                    return true;
                }
            }
            text = Pattern.compile("%([0-7][0-9a-fA-F])")
                    .matcher(text)
                    .replaceAll(escape ->
                            Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))));
        }
        return false;
    }

    @Test
    void shouldKeepSchemeAndHostWhateverAnUnescapedVariableBringsIn() {
        UrlTemplate template = UrlTemplate.compile("https://{{{x}}}.example.com/{{{x}}}?{{{x}}}", Urls.WEB);
        int[] rendered = {0};

        HostileText.forEach(value -> {
            try {
                URI url = URI.create(template.render(Map.of("x", value)));

                assertThat(url.getScheme()).isEqualTo("https");
                // Java knows no host with an underscore, but what stands in its place.
                assertThat(url.getRawAuthority()).matches("[a-z0-9_.-]+\\.example\\.com");
                rendered[0]++;
            } catch (UrlException e) {
                assertThat(e.getMessage()).matches("(The URL|A variable).*");
            }
        });
        assertThat(rendered[0]).isPositive();
    }

    @Test
    void shouldEitherRefuseAUrlOrGiveOneThatStaysAsItIs() {
        int[] accepted = {0};

        HostileText.forEach(value -> {
            try {
                String url = Urls.normalize("http://a" + value + "/b" + value, Urls.WEB);

                assertThat(url).isASCII().matches("http://([a-z0-9_.-]+)(:[0-9]+)?([/?#].*)?");
                assertThat(Urls.normalize(url, Urls.WEB)).isEqualTo(url);
                assertThat(URI.create(url).normalize().getRawPath())
                        .isEqualTo(URI.create(url).getRawPath().replaceAll("/+", "/"));
                accepted[0]++;
            } catch (UrlException e) {
                assertThat(e).hasMessageStartingWith("The URL");
            }
        });
        assertThat(accepted[0]).isPositive();
    }
}
