package org.customactions.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BodyBytesTest {

    private static final int MOST_OF_ALL = 100;
    private static final int MOST_OF_CALLER = 50;

    private final BodyBytes bodies = new BodyBytes(MOST_OF_ALL, MOST_OF_CALLER);

    private static Pacing connection() {
        return new Pacing(null, null, null, Duration.ZERO);
    }

    @Test
    void shouldTakeTheFirstBodyOfACallerWhoSendsTooMuch() {
        var first = connection();
        var second = connection();
        bodies.add(first, "a", 30);

        assertThat(bodies.add(second, "a", 20)).isEmpty();

        assertThat(bodies.add(second, "a", 1)).contains(first);
        assertThat(bodies.add(second, "a", 29)).isEmpty();
    }

    @Test
    void shouldTakeTheFirstBodyOfWhoHoldsMostIfAllHoldTooMuch() {
        var most = connection();
        var another = connection();
        bodies.add(connection(), "a", 30);
        bodies.add(most, "b", 10);
        bodies.add(another, "b", 30);

        var gone = bodies.add(connection(), "c", 31);

        assertThat(gone).contains(most);
    }

    @Test
    void shouldForgetWhatIsComplete() {
        var connection = connection();
        for (int i = 0; i < 10; i++) {
            assertThat(bodies.add(connection, "a", MOST_OF_CALLER)).isEmpty();

            bodies.forget(connection, "a");
        }
        bodies.forget(connection, "a");
        bodies.forget(connection(), "b");
    }
}
