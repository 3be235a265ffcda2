package org.customactions.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "PT10S, 10 s",
        "PT1.5S, 1.5 s",
        "PT0.5S, 500 ms",
        "PT1S, 1 s",
        "PT2M, 120 s",
        "PT100S, 100 s",
        "PT1.001S, 1.001 s",
        "PT0.999S, 999 ms"
    })
    void shouldSayDurationsInWords(Duration duration, String words) {
        assertThat(Quantity.of(duration)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"PT10S, 10 s", "PT1.5S, 1.5 s", "PT0.5S, 0.5 s", "PT0.025S, 0.025 s", "PT2M, 120 s"})
    void shouldSayDurationsInSeconds(Duration duration, String words) {
        assertThat(Quantity.inSeconds(duration)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "1048576, 1 MiB",
        "10485760, 10 MiB",
        "65536, 64 KiB",
        "1572864, 1536 KiB",
        "1000, 1000 bytes",
        "1025, 1025 bytes"
    })
    void shouldSaySizesInWords(long bytes, String words) {
        assertThat(Quantity.ofBytes(bytes)).isEqualTo(words);
    }
}
