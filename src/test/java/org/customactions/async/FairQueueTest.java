package org.customactions.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.customactions.async.FairQueue.Turn;
import org.junit.jupiter.api.Test;

/** Whose job is next. A queue for two workers, with a clock that only the tests move. */
class FairQueueTest {

    private static final Duration IS_LONG = Duration.ofMillis(250);
    private static final Duration QUICK = Duration.ofMillis(5);

    private final FairQueue<Job> queue = new FairQueue<>(1, 64, 1_024, IS_LONG, () -> this.now);
    private final UUID attacker = UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();
    private long now = System.nanoTime();

    @Test
    void shouldLetOrganizationsTakeTurns() {
        offer(attacker);
        offer(attacker);
        offer(customer);

        var first = queue.poll();
        var second = queue.poll();

        assertThat(List.of(first, second))
                .extracting(FairQueueTest::organization)
                .containsExactly(attacker, customer);
        assertWaits();
    }

    @Test
    void shouldServeAnOrganizationWhoseJobsTakeLongAfterAllOthers() {
        runs(attacker, IS_LONG);
        offer(attacker);
        offer(customer);

        assertThat(organization(queue.poll())).isEqualTo(customer);
        assertThat(organization(queue.poll())).isEqualTo(attacker);
    }

    @Test
    void shouldLeaveAWorkerFreeOfAllWhoseJobsTakeLong() {
        for (int i = 0; i < 200; i++) {
            var organization = UUID.randomUUID();
            runs(organization, IS_LONG);
            offer(organization);
        }
        queue.poll();
        assertWaits();
        offer(customer);

        assertThat(organization(queue.poll())).isEqualTo(customer);
    }

    @Test
    void shouldServeTheNewestOfACrowdThatHasWaitedTooLong() {
        IntStream.range(0, 200).forEach(i -> offer(UUID.randomUUID()));
        pass(Duration.ofSeconds(1));
        offer(customer);

        assertThat(organization(queue.poll())).isEqualTo(customer);
    }

    @Test
    void shouldServeWhoIsKnownForQuickJobsBeforeACrowdOfStrangers() {
        runs(customer, QUICK);
        IntStream.range(0, 200).forEach(i -> offer(UUID.randomUUID()));
        offer(customer);

        assertThat(organization(queue.poll())).isEqualTo(customer);
    }

    @Test
    void shouldServeAFirstJobBeforeACrowdThatComesBackAfterWaitingInVain() {
        var crowd = IntStream.range(0, 200).mapToObj(i -> UUID.randomUUID()).toList();
        crowd.forEach(organization -> runs(organization, QUICK));
        crowd.forEach(this::offer);
        pass(Duration.ofSeconds(20));
        offer(customer);
        assertThat(queue.removeOlderThan(now)).hasSize(200);
        pass(Duration.ofSeconds(1));
        crowd.forEach(this::offer);

        assertThat(organization(queue.poll())).isEqualTo(customer);
        assertThat(organization(queue.poll())).isIn(crowd);
    }

    @Test
    void shouldForgiveALongJobAfterAMinute() {
        runs(attacker, IS_LONG);
        assertThat(comesFirst(attacker)).isFalse();

        pass(Duration.ofSeconds(61));

        assertThat(comesFirst(attacker)).isTrue();
    }

    @Test
    void shouldForgiveAgainOnlyAfterTwice() {
        runs(attacker, IS_LONG);
        pass(Duration.ofSeconds(61));
        runs(attacker, IS_LONG);
        pass(Duration.ofSeconds(61));
        assertThat(comesFirst(attacker)).isFalse();

        pass(Duration.ofSeconds(60));

        assertThat(comesFirst(attacker)).isTrue();
    }

    @Test
    void shouldNotForgiveForQuickJobsInBetween() {
        runs(attacker, IS_LONG);
        runs(attacker, QUICK);

        assertThat(comesFirst(attacker)).isFalse();
    }

    @Test
    void shouldFreeTheSlowShareWhenItsTurnEnds() {
        runs(attacker, IS_LONG);
        var other = UUID.randomUUID();
        runs(other, IS_LONG);
        offer(attacker);
        offer(other);
        var first = queue.poll();
        assertWaits();

        queue.release(first, IS_LONG);

        assertThat(organization(queue.poll())).isNotEqualTo(organization(first));
    }

    /** Whether the organization is served before one that nobody knows and that asked first. */
    private boolean comesFirst(UUID organization) {
        offer(UUID.randomUUID());
        offer(organization);
        var turns = new ArrayList<Turn<Job>>(List.of(queue.poll(), queue.poll()));
        turns.forEach(turn -> queue.release(turn, Duration.ZERO));
        return organization(turns.get(0)).equals(organization);
    }

    private void runs(UUID organization, Duration took) {
        offer(organization);
        queue.release(queue.poll(), took);
    }

    private void offer(UUID organization) {
        assertThat(queue.offer(new Job(organization, now))).isTrue();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private void assertWaits() {
        assertThat(queue.poll()).isNull();
    }

    private static UUID organization(Turn<Job> turn) {
        return turn.job().organizationId();
    }

    private record Job(UUID organizationId, long createdAt) implements FairQueue.Waiting {}
}
