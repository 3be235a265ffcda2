package org.customactions.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.junit.jupiter.api.Test;

class AnswerBytesTest {

    private static final long MIB = 1024 * 1024;

    private final AnswerBytes answers = new AnswerBytes(null);
    private final UUID organization = UUID.randomUUID();

    private void assertRefused(UUID by, long bytes, ErrorType type) {
        assertThatThrownBy(() -> answers.take(by, bytes))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(type));
    }

    @Test
    void shouldLetAnOrganizationHaveTenMebibytesUnderWay() {
        answers.take(organization, 6 * MIB);
        answers.take(organization, 4 * MIB);

        assertRefused(organization, MIB, ErrorType.TOO_MANY_REQUESTS);
        answers.release(organization, 4 * MIB);
        assertThatCode(() -> answers.take(organization, MIB)).doesNotThrowAnyException();
    }

    @Test
    void shouldLetALargerAnswerThroughAlone() {
        answers.take(organization, 30 * MIB);

        assertRefused(organization, MIB, ErrorType.TOO_MANY_REQUESTS);
        answers.release(organization, 30 * MIB);
        answers.take(organization, MIB);
    }

    @Test
    void shouldBoundWhatAllOrganizationsHaveUnderWay() {
        for (int i = 0; i < 4; i++) {
            answers.take(UUID.randomUUID(), 8 * MIB);
        }

        assertRefused(organization, MIB, ErrorType.UNAVAILABLE);
    }

    @Test
    void shouldRefuseAnAnswerThatIsTooLargeEvenAlone() {
        assertThatThrownBy(() -> answers.reserve(null, organization, 49 * MIB))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("page by page");
    }

    @Test
    void shouldNotCountSmallAnswers() {
        for (int i = 0; i < 1_000; i++) {
            answers.reserve(null, organization, 64 * 1024);
        }

        assertThatCode(() -> answers.take(organization, 8 * MIB)).doesNotThrowAnyException();
    }
}
