package org.customactions.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTest {

    @ParameterizedTest
    @CsvSource({"Europe/Berlin,de-DE", "Asia/Tokyo,ja", "UTC,pt-BR", "America/New_York,zh-Hant-TW"})
    void shouldBeWhatThePageSays(String zone, String locale) {
        var region = Region.of(Map.of("time_zone", zone, "locale", locale, "draft", "x"));

        assertThat(region).isEqualTo(new Region(ZoneId.of(zone), Locale.forLanguageTag(locale)));
    }

    @Test
    void shouldTakeALocaleAsJavaWritesIt() {
        assertThat(Region.of(Map.of("locale", "de_AT")).locale()).isEqualTo(new Locale("de", "AT"));
    }

    @Test
    void shouldBeUtcAndEnglishIfThePageSaysNothing() {
        assertThat(Region.of(null)).isEqualTo(Region.DEFAULT);
        assertThat(Region.of("text")).isEqualTo(Region.DEFAULT);
        assertThat(Region.of(Map.of())).isEqualTo(Region.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"Mars/Olympus,xx_yy_zz_1", "'',''", "../../etc/passwd,-", "Europe/Ber lin,d"})
    void shouldTakeWhatIsUnknownForNothing(String zone, String locale) {
        assertThat(Region.of(Map.of("time_zone", zone, "locale", locale))).isEqualTo(Region.DEFAULT);
    }

    @Test
    void shouldTakeWhatIsNoTextForNothing() {
        var context = new HashMap<String, Object>();
        context.put("time_zone", 5);
        context.put("locale", Map.of());

        assertThat(Region.of(context)).isEqualTo(Region.DEFAULT);
        assertThat(Region.of(Map.of("locale", "d".repeat(10_000), "time_zone", "E".repeat(10_000))))
                .isEqualTo(Region.DEFAULT);
    }
}
