package org.customactions.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A check that did not take place says nothing about the code. */
class ScriptOutcomesTest {

    private final ScriptOutcomes outcomes = new ScriptOutcomes(Duration.ofSeconds(1));

    static Stream<Arguments> unchecked() {
        return Stream.of(
                Arguments.of(
                        new JobEnd.NotRun(StopReasons.waiting(Duration.ofSeconds(20)), false),
                        ErrorType.UNAVAILABLE,
                        "The code could not be checked: it waited longer than 20 s for its turn; please try again shortly"),
                Arguments.of(
                        new JobEnd.NotRun(StopReasons.CROWDED, true),
                        ErrorType.TOO_MANY_REQUESTS,
                        "The code could not be checked, because too many scripts of your organization are under way;"
                                + " please try again shortly"),
                Arguments.of(
                        new JobEnd.Broken(List.of()),
                        ErrorType.UNAVAILABLE,
                        "The code could not be checked: its process ended; please try again shortly"),
                Arguments.of(
                        new JobEnd.Stopped(StopReasons.SHUTDOWN, List.of()),
                        ErrorType.UNAVAILABLE,
                        "The code could not be checked: its process ended; please try again shortly"));
    }

    @ParameterizedTest
    @MethodSource("unchecked")
    void shouldNotBlameCodeThatNobodyChecked(JobEnd end, ErrorType type, String message) {
        assertThatThrownBy(() -> outcomes.ofCheck(end)).isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.type()).isEqualTo(type);
            assertThat(refusal).hasMessage(message);
            assertThat(refusal.retryAfter()).isPresent();
            assertThat(refusal.errors()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {StopReasons.MEMORY, StopReasons.STACK})
    void shouldBlameCodeThatHitALimit(String reason) {
        assertThat(outcomes.ofCheck(new JobEnd.Stopped(reason, List.of())))
                .contains(new ScriptSyntaxError("The code could not be checked: " + reason, 1, 1));
    }

    @Test
    void shouldTellAnAgentWhyNothingRan() {
        assertThat(outcomes.ofRun(new JobEnd.NotRun(StopReasons.CROWDED, false)))
                .isEqualTo(new ScriptOutcome.NotRun(StopReasons.CROWDED, false));
    }
}
