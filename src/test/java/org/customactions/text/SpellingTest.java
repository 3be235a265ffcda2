package org.customactions.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    private static final List<String> KNOWN = List.of("upper", "lower", "url", "contact.name", "contact.phone_number");

    @ParameterizedTest
    @CsvSource({
        "uper,upper",
        "uppper,upper",
        "uppre,upper",
        "UPPER,upper",
        "ulr,url",
        "contact.phonenumber,contact.phone_number",
        "contcat.nmae,contact.name",
    })
    void shouldFindTheWordThatWasMeant(String word, String meant) {
        assertThat(Spelling.nearest(word, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"x", "ur", "lists", "contact.email", "''"})
    void shouldNotGuess(String word) {
        assertThat(Spelling.nearest(word, KNOWN)).isEmpty();
    }

    @Test
    void shouldCareForLongWordsQuickly() {
        assertThat(Spelling.nearest("x".repeat(1_000_000), KNOWN)).isEmpty();
    }
}
