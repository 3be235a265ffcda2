package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.webhook.Caller.get;
import static org.customactions.webhook.Caller.send;

import io.vertx.core.dns.AddressResolverOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.net.ServerSocketFactory;
import org.customactions.url.Host;
import org.customactions.webhook.DnsServer.Answer;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two organizations look names up at a DNS server whose answers may be used again, one of them a liar's. */
class LookUpsTest {

    private static final int MAX_TIME_TO_LIVE = 300;
    private static final String LEGITIMATE = "127.0.0.2";
    private static final String ATTACKERS = "127.0.0.3";

    private final UUID attacker = UUID.randomUUID();
    private final UUID victim = UUID.randomUUID();

    private Caller caller;
    private WebhookDispatcher dispatcher;
    private Upstream legitimate;
    private Upstream attackers;

    @BeforeEach
    void start() throws IOException {
        caller = new Caller(MAX_TIME_TO_LIVE);
        dispatcher = caller.dispatcher(TestConfiguration.allowing("127.0.0.0/8"));
        legitimate = Upstream.on(LEGITIMATE, Upstream.answering(Upstream.ok("{}")));
        attackers = Upstream.on(
                ATTACKERS, legitimate.port(), ServerSocketFactory.getDefault(), Upstream.answering(Upstream.ok("{}")));
    }

    @AfterEach
    void stop() throws IOException {
        caller.close();
        legitimate.close();
        attackers.close();
    }

    private String url(String host) {
        return "http://" + host + ":" + legitimate.port() + "/";
    }

    @Test
    void shouldNotBelieveWhatAnAnswerSaysOfAnotherName() {
        // Given
        caller.dns()
                .on(
                        "evil.test",
                        Answer.alias("a.evil.test", ATTACKERS)
                                .lasting(MAX_TIME_TO_LIVE)
                                .sayingOf("api.victim.test", "a.evil.test"))
                .on("a.evil.test", Answer.of(ATTACKERS).lasting(MAX_TIME_TO_LIVE))
                .on("api.victim.test", Answer.of(LEGITIMATE).lasting(MAX_TIME_TO_LIVE));
        send(attacker, dispatcher, get(url("evil.test")));

        // When
        var ofVictim = send(victim, dispatcher, get(url("api.victim.test")));
        var ofAttacker = send(attacker, dispatcher, get(url("api.victim.test")));

        // Then
        assertThat(ofVictim).isInstanceOf(Answered.class);
        assertThat(ofAttacker).isInstanceOf(Answered.class);
        assertThat(legitimate.requests()).hasSize(2);
        assertThat(attackers.requests()).hasSize(1);
    }

    @Test
    void shouldUseAnAnswerAgainForTheOrganizationThatAskedOnly() {
        caller.dns().on("api.test", Answer.of(LEGITIMATE).lasting(60));
        send(attacker, dispatcher, get(url("api.test")));
        send(attacker, dispatcher, get(url("api.test")));
        var byOne = caller.dns().queries();

        send(victim, dispatcher, get(url("api.test")));

        assertThat(byOne).isEqualTo(1);
        assertThat(caller.dns().queries()).isEqualTo(2);
    }

    @Test
    void shouldAskAgainIfAnAnswerMayNotBeUsedAgain() {
        caller.dns().on("api.test", Answer.of(LEGITIMATE));
        send(attacker, dispatcher, get(url("api.test")));

        send(attacker, dispatcher, get(url("api.test")));

        assertThat(caller.dns().queries()).isEqualTo(2);
    }

    @Test
    void shouldKeepAnAnswerAsLongAsItsShortestRecordAndNoLongerThanIsSet() {
        var options = new AddressResolverOptions().setCacheMaxTimeToLive(MAX_TIME_TO_LIVE);
        var lifetime = new Lifetime();

        lifetime.cache("alias.test", "api.test", 3_600, null);
        var ofOne = lifetime.seconds(options);
        lifetime.cache("api.test", null, InetAddress.getLoopbackAddress(), 20, null);

        assertThat(new Lifetime().seconds(options)).isZero();
        assertThat(ofOne).isEqualTo(MAX_TIME_TO_LIVE);
        assertThat(lifetime.seconds(options)).isEqualTo(20);
    }

    @Test
    void shouldKeepABoundedNumberOfNamesAndOfAddresses() {
        var names = new KnownNames();
        var addresses = List.of(InetAddress.getLoopbackAddress());

        IntStream.range(0, 1_000).forEach(i -> names.keep(name(i), addresses, 60));
        names.keep(name(1_000), Collections.nCopies(1_000, addresses.get(0)), 60);

        assertThat(IntStream.rangeClosed(0, 1_000)
                        .filter(i -> names.find(name(i)).isPresent()))
                .hasSize(64)
                .contains(999)
                .doesNotContain(1_000);
    }

    private static Host.Name name(int number) {
        return new Host.Name("a%d.test".formatted(number));
    }
}
