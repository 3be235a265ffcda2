package org.customactions.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.EntityTag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client relies on (RFC 9110, sections 8.8.3 and 13.1.1). */
class IfMatchTest {

    private static final EntityTag TAG = new EntityTag("a,b");

    @ParameterizedTest
    @ValueSource(strings = {"*", " * ", "\"a,b\"", "\"x\", \"a,b\"", ",, \"x\" ,\"a,b\",", "W/\"x\",\t\"a,b\""})
    void shouldBeMetByATagThatItNames(String header) {
        assertThat(IfMatch.of(List.of(header)).orElseThrow().isMetBy(TAG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "\"a\", \"b\"", "W/\"a,b\"", "\"\"", "\"A,B\""})
    void shouldNotBeMetByAnother(String header) {
        assertThat(IfMatch.of(List.of(header)).orElseThrow().isMetBy(TAG)).isFalse();
    }

    @Test
    void shouldTakeSeveralHeadersForOneList() {
        assertThat(IfMatch.of(List.of("\"x\"", "\"a,b\"")).orElseThrow().isMetBy(TAG))
                .isTrue();
    }

    @Test
    void shouldBeNoneWithoutAHeader() {
        assertThat(IfMatch.of(List.of())).isEmpty();
        assertThat(IfMatch.of(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "x",
                "'x'",
                "\"x",
                "x\"",
                "\"x\"\"y\"",
                "\"x\" \"y\"",
                "w/\"x\"",
                "W/ \"x\"",
                "*, \"x\"",
                "\"x\", *",
                "**",
                "\"x y\"",
                "\"x\"; q=1"
            })
    void shouldTellThatAHeaderIsNoneOfItsForms(String header) {
        assertThatThrownBy(() -> IfMatch.of(List.of(header)))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("If-Match must be * or a list of entity tags in quotes");
    }

    @Test
    void shouldReadALongHeaderAtOnce() {
        var header = "\"x\",".repeat(2_000) + "\"";

        assertThatThrownBy(() -> IfMatch.of(List.of(header))).isInstanceOf(ApiException.class);
    }
}
