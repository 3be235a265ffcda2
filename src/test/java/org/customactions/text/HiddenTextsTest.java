package org.customactions.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.customactions.text.HiddenTexts.TooLongException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the place of hidden texts. */
class HiddenTextsTest {

    private final HiddenTexts hidden = new HiddenTexts();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3cret | token=s3cret& | token=********&",
                "s3cret | s3crets3cret | ********",
                "s3cret | s3cret,s3cret | ********,********",
                "s3cret | S3CRET s3cre t | S3CRET s3cre t",
                "a      | banana      | b********n********n********",
                "aa     | caaab       | c********b",
                "ab,bcd | xabcdx      | x********x",
                "ab,abc | abcab       | ********",
                "x,y    | xy-y        | ********-********",
                "é😀,z  | -é😀-       | -********-"
            })
    void shouldMaskEachOfThem(String texts, String text, String masked) {
        for (var each : texts.split(",")) {
            hidden.add(each);
        }

        assertThat(hidden.maskedIn(text)).isEqualTo(masked);
    }

    @Test
    void shouldMaskATextWithoutTheSpaceAroundIt() {
        hidden.add(" token\n");

        assertThat(hidden.maskedIn("Bearer token, token\n.")).isEqualTo("Bearer ********,********.");
    }

    @Test
    void shouldChangeNothingIfNothingIsHidden() {
        hidden.add("");

        assertThat(hidden.isEmpty()).isTrue();
        assertThat(hidden.maskedIn("text")).isEqualTo("text");
    }

    /** A thousand secrets that differ in their last character only, in a text of nothing else. */
    @Test
    void shouldGiveUpOnWhatTakesTooLong() {
        var same = "a".repeat(8_000);
        for (int i = 0; i < 100; i++) {
            hidden.add(same + (char) ('b' + i));
        }

        assertThatThrownBy(() -> hidden.maskedIn("a".repeat(1024 * 1024))).isInstanceOf(TooLongException.class);
    }

    @Test
    void shouldGiveUpOnWhatBecomesTooLong() {
        hidden.add("a");

        assertThatThrownBy(() -> hidden.maskedIn("ab".repeat(600_000))).isInstanceOf(TooLongException.class);
    }

    @Test
    void shouldMaskTheBeginningOfATextWithoutHalvesOfSecrets() {
        hidden.add("secret");

        assertThat(hidden.maskedStart("a secret in a long text", 4))
                .startsWith("a ***")
                .doesNotContain("s");
        assertThat(hidden.maskedStart("a long secret", 9)).doesNotContain("se");
        assertThat(hidden.maskedStart("a long secret", 7)).isEqualTo("a long ");
        assertThat(hidden.maskedStart("short", 100)).isEqualTo("short");
        assertThat(hidden.maskedStart("a secret", 100)).isEqualTo("a ********");
        assertThat(new HiddenTexts().maskedStart("a long text", 6)).isEqualTo("a long");
    }
}
