package org.customactions.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactIdTest {

    private static final String UUID_TEXT = "0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0101";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "a",
                "...",
                "+1-555_0100",
                "user@example.com",
                "visitor:7.x",
                "-",
                "0B0C5A6E-8F5D-4F0E-9A3E-6D6F2A1C0101"
            })
    void shouldTakeTextsOfPlatforms(String text) {
        var id = ContactId.ofPlatform(text).orElseThrow();

        assertThat(id.text()).isEqualTo(text);
        assertThat(id.ownForm()).contains(text);
        assertThat(id.uuid().version()).isEqualTo(8);
        assertThat(id).isEqualTo(ContactId.ofPlatform(text).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a b", "a/b", "ä", "a\n", "7\u0000", "%2e", "a?b", "a#b"})
    void shouldRefuseWhatIsNoSegmentOfAPath(String text) {
        assertThat(ContactId.ofPlatform(text)).isEmpty();
    }

    @Test
    void shouldTakeBetween1And128Characters() {
        assertThat(ContactId.ofPlatform("x".repeat(128))).isPresent();
        assertThat(ContactId.ofPlatform("x".repeat(129))).isEmpty();
        assertThat(ContactId.ofPlatform(null)).isEmpty();
    }

    @Test
    void shouldKeepAUuidAsItIs() {
        var id = ContactId.ofPlatform(UUID_TEXT).orElseThrow();

        assertThat(id.uuid()).isEqualTo(UUID.fromString(UUID_TEXT));
        assertThat(id.ownForm()).isEmpty();
        assertThat(id).isEqualTo(ContactId.of(UUID.fromString(UUID_TEXT)));
    }

    /** Or somebody could name the contact of another text. */
    @Test
    void shouldDeriveAnotherUuidOfADerivedOne() {
        var derived = ContactId.ofPlatform("7").orElseThrow().uuid();

        var id = ContactId.ofPlatform(derived.toString()).orElseThrow();

        assertThat(id.uuid()).isNotEqualTo(derived);
        assertThat(id.text()).isEqualTo(derived.toString());
    }
}
