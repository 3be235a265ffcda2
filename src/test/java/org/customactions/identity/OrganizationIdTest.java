package org.customactions.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationIdTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void shouldTakeAUuidAsItIs() {
        var uuid = UUID.randomUUID();

        assertThat(id(uuid.toString())).isEqualTo(OrganizationId.of(uuid));
        assertThat(id(uuid.toString().toUpperCase())).isEqualTo(OrganizationId.of(uuid));
        assertThat(id("00000000-0000-0000-0000-000000000000").uuid()).isEqualTo(new UUID(0, 0));
    }

    /** These are stored, so they may never change. */
    @ParameterizedTest
    @CsvSource({
        "org_9ybsU1dN2dKfDkBi,ac7105c2-72d4-8463-8f0c-8ddcc5dc7956",
        "7,ac710558-ecdb-80d5-825b-f94eee423d35",
        "Müller & Søns,ac7105b7-47d3-89f7-837d-6b244cec02de"
    })
    void shouldAlwaysGiveATextTheSameUuid(String text, UUID uuid) {
        assertThat(id(text)).isEqualTo(new OrganizationId(uuid, text));
        assertThat(uuid.version()).isEqualTo(8);
        assertThat(uuid.variant()).isEqualTo(2);
    }

    @Test
    void shouldTakeANumberForItsDigits() {
        var number = new BigInteger("9".repeat(128));

        assertThat(OrganizationId.parse(JSON.numberNode(7))).contains(id("7"));
        assertThat(OrganizationId.parse(JSON.numberNode(-7L))).contains(id("-7"));
        assertThat(OrganizationId.parse(JSON.numberNode(number))).contains(id(number.toString()));
        assertThat(OrganizationId.parse(JSON.numberNode(7.0))).isEmpty();
    }

    @Test
    void shouldKeepTextsApart() {
        assertThat(Stream.of("7", "07", "7.0", " 7", "7 ", "+7", "acme", "Acme", "acme ")
                        .map(text -> id(text).uuid()))
                .doesNotHaveDuplicates();
    }

    /** Otherwise whoever may choose the id of an organization could choose another's. */
    @ParameterizedTest
    @ValueSource(strings = {"acme", "7", "org_1"})
    void shouldNotTakeTheUuidOfATextForTheText(String text) {
        var victim = id(text).uuid();

        var chosen = id(victim.toString());

        assertThat(chosen.uuid()).isNotEqualTo(victim);
        assertThat(chosen.text()).isEqualTo(victim.toString());
        assertThat(id(victim.toString().toUpperCase())).isEqualTo(chosen);
        assertThat(id(chosen.uuid().toString()).uuid())
                .isNotEqualTo(chosen.uuid())
                .isNotEqualTo(victim);
    }

    /** Only the prefix and the version together are what is derived. */
    @ParameterizedTest
    @ValueSource(strings = {"ac710500-0000-4000-8000-000000000000", "bc710500-0000-8000-8000-000000000000"})
    void shouldTakeOtherUuidsOfTheSameLookAsTheyAre(String uuid) {
        assertThat(id(uuid)).isEqualTo(OrganizationId.of(UUID.fromString(uuid)));
    }

    private static OrganizationId id(String text) {
        return OrganizationId.parse(text).orElseThrow();
    }
}
