package org.customactions.script.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LongNumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"a\":12345678901234567890} | {\"a\":\"~12345678901234567890\"}",
                "[-9007199254740993,1] | [\"~-9007199254740993\",1]",
                "[\"1234567890123456\",1234567890123456] | [\"1234567890123456\",\"~1234567890123456\"]",
                "[\"\\\\\",1234567890123456] | [\"\\\\\",\"~1234567890123456\"]",
                "{\"1234567890123456\":12345678901234567.5} | {\"1234567890123456\":12345678901234567.5}",
                "[12345678901234567e2] | [12345678901234567e2]",
                "1234567890123456 | \"~1234567890123456\"",
            })
    void shouldMarkWholeNumbersOfManyDigits(String json, String marked) {
        var numbers = LongNumbers.marked(json.strip());

        assertThat(numbers.json()).isEqualTo(marked.strip().replace("~", numbers.mark()));
        assertThat(numbers.mark()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":123456789012345}", "[\"text\",1.5,null]"})
    void shouldLeaveOtherJsonAlone(String json) {
        assertThat(LongNumbers.marked(json)).isEqualTo(new LongNumbers(json, ""));
    }
}
