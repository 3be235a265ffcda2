package org.customactions.directory.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.customactions.support.Api;
import org.customactions.support.Concurrently;
import org.customactions.support.Full;
import org.customactions.support.Patience;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** The platform goes down while two organizations read contacts of the same id, and comes back. */
@Full
@QuarkusTest
@TestProfile(TestPlatform.Forgetful.class)
class ContactOutageQuarkusTest {

    private static final int CLIENTS = 16;
    private static final Duration UP = Duration.ofMillis(500);
    private static final Duration DOWN = TestPlatform.Forgetful.STALE.plusSeconds(3);

    private final List<String> tokens = List.of(
            Tokens.agent(UUID.randomUUID()).sign(),
            Tokens.agent(UUID.randomUUID()).sign());
    private final AtomicBoolean isDown = new AtomicBoolean();

    /** What one client got: whose contact, how long ago the platform had answered it, and when. */
    private record Seen(int status, boolean isOwn, long ageMillis, long atMillis) {}

    @Test
    void shouldUseNoCopyForLongerThanPromised() {
        TestPlatform.at("/contacts/same", exchange -> {
            var token = exchange.getRequestHeaders().getFirst("Authorization");
            var json =
                    "{\"name\":\"%s %d\"}".formatted(token.substring("Bearer ".length()), System.currentTimeMillis());
            TestPlatform.answering(isDown.get() ? 500 : 200, "application/json", json)
                    .handle(exchange);
        });
        // The first answers load what each of them needs.
        awaitAnswers();
        var began = System.currentTimeMillis();
        var outage = began + UP.toMillis();
        var end = outage + DOWN.toMillis();

        var seen = Concurrently.times(CLIENTS, Patience.LIMIT.plus(UP).plus(DOWN), client -> {
                    var answers = new ArrayList<Seen>();
                    while (System.currentTimeMillis() < end) {
                        isDown.compareAndSet(false, System.currentTimeMillis() >= outage);
                        answers.add(read(tokens.get(client % tokens.size())));
                    }
                    return answers;
                })
                .stream()
                .flatMap(List::stream)
                .toList();

        var longest = TestPlatform.Forgetful.STALE.plus(TestPlatform.Forgetful.TIMEOUT);
        assertThat(seen).allMatch(answer -> answer.status() == 200 || answer.status() == 503);
        assertThat(seen)
                .filteredOn(answer -> answer.status() == 200)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.isOwn()).isTrue();
                    assertThat(answer.ageMillis()).isLessThanOrEqualTo(longest.toMillis());
                });
        // Copies carried on into the outage, and ended.
        assertThat(seen).filteredOn(answer -> answer.status() == 200).anyMatch(answer -> answer.atMillis() > outage);
        assertThat(seen)
                .filteredOn(answer -> answer.atMillis() > outage + longest.toMillis() + 500)
                .allMatch(answer -> answer.status() == 503);

        isDown.set(false);
        awaitAnswers();
    }

    private void awaitAnswers() {
        await().atMost(Patience.LIMIT)
                .untilAsserted(
                        () -> assertThat(tokens).allMatch(token -> read(token).status() == 200));
    }

    private static Seen read(String token) {
        var at = System.currentTimeMillis();
        var answer = Api.as(token).get("/api/contacts/same");
        if (answer.statusCode() != 200) {
            return new Seen(answer.statusCode(), false, 0, at);
        }
        var name = answer.<String>path("data.name").split(" ");
        return new Seen(200, name[0].equals(token), at - Long.parseLong(name[1]), at);
    }
}
