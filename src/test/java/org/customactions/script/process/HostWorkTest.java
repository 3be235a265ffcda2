package org.customactions.script.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostWorkTest {

    @ParameterizedTest
    @CsvSource({
        "straße.example,xn--strae-oqa.example",
        "例え.テスト,xn--r8jz45g.xn--zckzah",
        "FAẞ.de,xn--fa-hia.de",
        "xn--r8jz45g.example,xn--r8jz45g.example",
        "a。b,a.b",
        "bücher-.example,xn--bcher--3ya.example",
    })
    void shouldWriteADomainInAscii(String domain, String ascii) {
        assertThat(HostWork.toAscii(domain)).isEqualTo(ascii);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xn--a", "xn--zzzzzz999999", "a\u200db", "\u0300a"})
    void shouldHaveNoAsciiOfWhatIsNoDomain(String domain) {
        assertThat(HostWork.toAscii(domain)).isEmpty();
    }

    @Test
    void shouldNotWorkOnWhatIsLongerThanAnyDomain() {
        assertThat(HostWork.toAscii("ü".repeat(4_097))).isEmpty();
    }
}
