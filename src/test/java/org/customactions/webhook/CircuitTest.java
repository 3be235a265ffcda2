package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private static final Duration FOR_EVER = Duration.ofDays(1);

    private static void call(Circuit circuit, boolean answered, int times) {
        IntStream.range(0, times).forEach(i -> circuit.permit().orElseThrow().ended(answered));
    }

    private static void abandon(Circuit circuit, int times) {
        IntStream.range(0, times).forEach(i -> circuit.permit().orElseThrow().abandoned());
    }

    @Test
    void shouldOpenIfHalfOfTenCallsGotNoAnswer() {
        var circuit = new Circuit(FOR_EVER);
        call(circuit, true, 100);
        call(circuit, false, 4);
        var before = circuit.permit();

        call(circuit, false, 1);

        assertThat(before).isPresent();
        assertThat(circuit.permit()).isEmpty();
    }

    @Test
    void shouldNotOpenBeforeThereWereTenCalls() {
        var circuit = new Circuit(FOR_EVER);

        call(circuit, false, 9);

        assertThat(circuit.permit()).isPresent();
    }

    @Test
    void shouldCountACallThatNobodyWaitsForNeitherForNorAgainstTheUpstream() {
        var circuit = new Circuit(FOR_EVER);
        abandon(circuit, 100);
        call(circuit, true, 5);
        call(circuit, false, 4);
        abandon(circuit, 100);
        var before = circuit.permit();

        call(circuit, false, 1);

        assertThat(before).isPresent();
        assertThat(circuit.permit()).isEmpty();
    }

    @Test
    void shouldLetOneCallThroughAfterTheDelay() {
        var circuit = new Circuit(Duration.ZERO);
        call(circuit, false, 10);

        var trial = circuit.permit();

        assertThat(trial).isPresent();
        assertThat(circuit.permit()).isEmpty();
    }

    @Test
    void shouldCloseIfTheTryIsAnsweredAndForgetWhatWasBefore() {
        var circuit = new Circuit(Duration.ZERO);
        call(circuit, false, 10);

        call(circuit, true, 1);

        call(circuit, false, 4);
        assertThat(circuit.permit()).isPresent();
        assertThat(circuit.permit()).isPresent();
    }

    @Test
    void shouldStayOpenIfTheTryIsNotAnswered() {
        var now = new AtomicLong();
        var circuit = new Circuit(Duration.ofNanos(10), now::get);
        call(circuit, false, 10);
        now.set(10);

        call(circuit, false, 1);

        assertThat(circuit.permit()).isEmpty();
    }

    @Test
    void shouldLetTheNextCallTryIfTheOneThatDidWasAbandoned() {
        var circuit = new Circuit(Duration.ZERO);
        call(circuit, false, 10);
        var trial = circuit.permit().orElseThrow();

        trial.abandoned();
        trial.ended(true);

        assertThat(circuit.permit()).isPresent();
        assertThat(circuit.permit()).isEmpty();
    }
}
