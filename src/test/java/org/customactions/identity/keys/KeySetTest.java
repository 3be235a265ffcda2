package org.customactions.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a key set is asked for, and what goes on while it cannot be had. */
class KeySetTest {

    private static final VerificationKeys OLD = keys("old");
    private static final VerificationKeys NEW = keys("new");

    private final Deque<UniEmitter<? super VerificationKeys>> fetches = new ArrayDeque<>();
    private final List<String> logged = new ArrayList<>();
    private final Logger logger = Logger.getLogger(KeySet.class.getName());
    private final Handler handler = new Logged();
    // Of no meaning in itself, and it may be about to overflow.
    private long now = Long.MAX_VALUE - Duration.ofSeconds(5).toNanos();
    private int asked;
    private final KeySet set = new KeySet("https://id.example.com/keys", this::fetch, () -> now);

    private final class Logged extends Handler {

        @Override
        public void publish(LogRecord event) {
            logged.add(event.getLevel() + " " + ExtLogRecord.wrap(event).getFormattedMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    @Test
    void shouldKnowNothingBeforeTheFirstAnswer() {
        set.keepFresh();

        assertThat(set.known()).isEmpty();
        answer(OLD);
        assertThat(set.known()).containsSame(OLD);
    }

    @Test
    void shouldKnowARotatedKeyAfterOneLook() {
        knows(OLD);
        pass(Duration.ofSeconds(10));

        var looked = lookAgain();
        assertThat(looked).isEmpty();
        answer(NEW);

        assertThat(looked).containsExactly(true);
        assertThat(set.known()).containsSame(NEW);
    }

    @Test
    void shouldAskOnceInTenSecondsHoweverManyTokensCome() {
        knows(OLD);

        for (int second = 1; second <= 60; second++) {
            pass(Duration.ofSeconds(1));
            for (int token = 0; token < 1_000; token++) {
                lookAgain();
            }
            if (!fetches.isEmpty()) {
                answer(OLD);
            }
        }

        assertThat(asked).isEqualTo(1 + 6);
    }

    @Test
    void shouldNotWaitWhileItMustNotAsk() {
        knows(OLD);
        pass(Duration.ofMillis(9_999));

        assertThat(lookAgain()).containsExactly(true);
        assertThat(asked).isOne();
    }

    @Test
    void shouldShareOneFetchAndLetOnlySomeWait() {
        var looked = new ArrayList<List<Boolean>>();
        for (int token = 0; token < 1_000; token++) {
            looked.add(lookAgain());
        }

        assertThat(asked).isOne();
        assertThat(looked).filteredOn(List::isEmpty).hasSize(KeySet.MOST_WAITING);
        answer(OLD);
        assertThat(looked).allSatisfy(done -> assertThat(done).containsExactly(true));
        pass(Duration.ofSeconds(10));
        assertThat(lookAgain()).isEmpty();
    }

    @Test
    void shouldGoOnWithAFetchWhoseRequestsHaveHungUp() {
        var waiting = set.lookAgain().subscribe().with(done -> {});

        waiting.cancel();
        answer(OLD);

        assertThat(set.known()).containsSame(OLD);
    }

    @Test
    void shouldForgetAWithdrawnKeyWithinFiveMinutes() {
        knows(OLD);

        for (int tick = 0; tick < 29 && fetches.isEmpty(); tick++) {
            pass(Duration.ofSeconds(10));
            set.keepFresh();
        }
        answer(NEW);

        assertThat(set.known()).containsSame(NEW);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void shouldGoOnForADayWithTheKeysThatWereHadLast() {
        knows(OLD);

        failFor(Duration.ofDays(1).minusSeconds(10));
        assertThat(set.known()).containsSame(OLD);
        failFor(Duration.ofSeconds(20));
        assertThat(set.known()).isEmpty();
        pass(Duration.ofSeconds(10));
        set.keepFresh();
        answer(NEW);
        assertThat(set.known()).containsSame(NEW);
    }

    @Test
    void shouldAskEveryTenSecondsWhileThereAreNoKeys() {
        for (int second = 0; second < 60; second++) {
            set.keepFresh();
            if (!fetches.isEmpty()) {
                fail("it is down");
            }
            pass(Duration.ofSeconds(1));
        }

        assertThat(asked).isEqualTo(6);
    }

    @Test
    void shouldWarnOnceAMinuteWithTheReason() {
        failFor(Duration.ofMinutes(10));
        assertThat(logged)
                .hasSize(10)
                .containsOnly(
                        "WARN The key set https://id.example.com/keys cannot be had: it is down. Until it can, requests are"
                                + " answered with 503");

        logged.clear();
        set.keepFresh();
        answer(OLD);
        assertThat(logged).containsExactly("INFO The key set https://id.example.com/keys can be had again");
    }

    @Test
    void shouldWarnOnceAMinuteOfAKeySetThatComesAndGoes() {
        for (int i = 0; i < 60; i++) {
            lookAgain();
            answer(OLD);
            pass(Duration.ofSeconds(10));
            lookAgain();
            fail("it is down");
            pass(Duration.ofSeconds(10));
        }

        assertThat(logged).filteredOn(line -> line.startsWith("WARN")).hasSize(20);
    }

    @Test
    void shouldTakeAnEmptySetForKeysThatWereWithdrawn() {
        knows(OLD);
        pass(Duration.ofSeconds(10));
        lookAgain();
        answer(VerificationKeys.read("{\"keys\":[]}").orElseThrow());

        assertThat(set.known()).isEmpty();
        assertThat(logged).singleElement().asString().contains("it holds no key that verifies signatures");
    }

    private void knows(VerificationKeys keys) {
        set.keepFresh();
        answer(keys);
    }

    private void failFor(Duration time) {
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusSeconds(10)) {
            set.keepFresh();
            if (!fetches.isEmpty()) {
                fail("it is down");
            }
            pass(Duration.ofSeconds(10));
        }
    }

    private Uni<VerificationKeys> fetch() {
        asked++;
        return Uni.createFrom().emitter(waiting -> fetches.add(waiting));
    }

    private void answer(VerificationKeys keys) {
        fetches.remove().complete(keys);
    }

    private void fail(String reason) {
        fetches.remove().fail(new KeySetFault("down", reason));
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    /** Filled when the look has ended. */
    private List<Boolean> lookAgain() {
        var ended = new ArrayList<Boolean>();
        set.lookAgain().subscribe().with(done -> ended.add(true));
        return ended;
    }

    private static VerificationKeys keys(String id) {
        return VerificationKeys.read(ProviderKeys.create("ES256", id).json()).orElseThrow();
    }
}
