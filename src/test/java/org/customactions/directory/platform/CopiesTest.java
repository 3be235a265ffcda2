package org.customactions.directory.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.customactions.directory.platform.Copies.Key;
import org.junit.jupiter.api.Test;

class CopiesTest {

    private static final int SIZE = 64 * 1024;

    private final Copies copies = new Copies(Duration.ofMinutes(10));
    private final UUID organization = UUID.randomUUID();

    @Test
    void shouldKeepWhatFits() {
        var key = new Key(organization, "", "7");

        copies.keep(key, copy());

        assertThat(copies.find(key)).isPresent();
        assertThat(copies.find(new Key(UUID.randomUUID(), "", "7"))).isEmpty();
        assertThat(copies.find(new Key(organization, "someone", "7"))).isEmpty();
    }

    @Test
    void shouldBoundAnOrganizationAndLeaveOthersTheirs() {
        var other = new Key(UUID.randomUUID(), "", "7");
        copies.keep(other, copy());

        IntStream.range(0, 500).forEach(i -> copies.keep(new Key(organization, "", "c" + i), copy()));

        assertThat(copies.held(organization)).isPositive().isLessThanOrEqualTo(Copies.MOST_OF_ORGANIZATION);
        assertThat(copies.find(other)).isPresent();
    }

    @Test
    void shouldBoundAUserAndLeaveColleaguesTheirs() {
        var colleague = new Key(organization, "colleague", "7");
        copies.keep(colleague, copy());

        IntStream.range(0, 30).forEach(i -> copies.keep(new Key(organization, "user", "c" + i), copy()));

        assertThat(copies.held(organization)).isLessThanOrEqualTo(Copies.MOST_OF_USER + 2 * SIZE);
        assertThat(copies.find(colleague)).isPresent();
    }

    @Test
    void shouldCountACopyOnceAndForgetItWhenItIsDropped() {
        var key = new Key(organization, "user", "7");

        IntStream.range(0, 5).forEach(i -> copies.keep(key, copy()));
        assertThat(copies.held(organization)).isBetween((long) SIZE, 2L * SIZE);
        copies.drop(key);
        copies.drop(key);

        assertThat(copies.held(organization)).isZero();
        assertThat(copies.find(key)).isEmpty();
    }

    private static KeptContact copy() {
        return new KeptContact(new byte[SIZE], 0);
    }
}
