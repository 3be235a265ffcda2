package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.customactions.webhook.Caller.get;
import static org.customactions.webhook.Caller.send;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import javax.net.ServerSocketFactory;
import org.customactions.webhook.AddressPolicy.Reason;
import org.customactions.webhook.DnsServer.Answer;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The address that a call goes to. 127.0.0.2 stands for a public address: it is the only one allowed. */
class WebhookAddressTest {

    private static final String PUBLIC = "127.0.0.2";
    private static final Failed DENIED_LOOPBACK =
            new Failed(Cause.ADDRESS_DENIED, "Webhook address is not allowed", Optional.of(Reason.LOOPBACK));

    private static Caller caller;

    private Upstream upstream;
    private WebhookDispatcher dispatcher;

    @BeforeAll
    static void start() throws IOException {
        caller = new Caller();
    }

    @AfterAll
    static void stop() {
        caller.close();
    }

    @BeforeEach
    void listen() throws IOException {
        caller.dns().reset();
        upstream = Upstream.on(PUBLIC, Upstream.answering(Upstream.ok("{}")));
        dispatcher = caller.dispatcher(TestConfiguration.allowing(PUBLIC));
    }

    @AfterEach
    void hangUp() throws IOException {
        upstream.close();
    }

    private String url(String host) {
        return "http://" + host + ":" + upstream.port() + "/hook";
    }

    @Test
    void shouldReachAnAllowedAddressUnderTheNameOfTheUrl() {
        caller.dns().on("api.upstream.test", Answer.of(PUBLIC));

        WebhookOutcome outcome = send(dispatcher, get(url("API.upstream.test")));

        assertThat(outcome).isInstanceOf(Answered.class);
        assertThat(upstream.requests().get(0).header("Host")).isEqualTo("api.upstream.test:" + upstream.port());
        assertThat(caller.dns().queries()).isEqualTo(1);
    }

    @Test
    void shouldRefuseAHostThatRebindsToLoopback() {
        caller.dns().on("rebind.test", Answer.of(PUBLIC), Answer.of("127.0.0.1"));
        WebhookOutcome first = send(dispatcher, get(url("rebind.test")));

        WebhookOutcome second = send(dispatcher, get(url("rebind.test")));

        assertThat(first).isInstanceOf(Answered.class);
        assertThat(second).isEqualTo(DENIED_LOOPBACK);
        assertThat(upstream.requests()).hasSize(1);
        assertThat(caller.dns().queries()).isEqualTo(2);
    }

    @Test
    void shouldNotReuseTheConnectionOfANameThatNowResolvesElsewhere() throws IOException {
        dispatcher = caller.dispatcher(TestConfiguration.allowing("127.0.0.0/8"));
        caller.dns().on("moving.test", Answer.of(PUBLIC), Answer.of("127.0.0.3"));
        try (Upstream elsewhere = Upstream.on(
                "127.0.0.3",
                upstream.port(),
                ServerSocketFactory.getDefault(),
                Upstream.answering(Upstream.ok("[3]")))) {
            send(dispatcher, get(url("moving.test")));

            WebhookOutcome second = send(dispatcher, get(url("moving.test")));

            assertThat(((Answered) second).body()).asString().isEqualTo("[3]");
            assertThat(upstream.requests()).hasSize(1);
            assertThat(upstream.closed())
                    .as("the first connection is still kept alive")
                    .isZero();
            assertThat(elsewhere.requests()).hasSize(1);
        }
    }

    @Test
    void shouldRefuseANameWithOneDeniedAnswerAmongAllowedOnes() {
        caller.dns().on("mixed.test", Answer.of(PUBLIC, "10.0.0.1"));

        WebhookOutcome outcome = send(dispatcher, get(url("mixed.test")));

        assertThat(outcome)
                .isEqualTo(new Failed(
                        Cause.ADDRESS_DENIED, "Webhook address is not allowed", Optional.of(Reason.PRIVATE)));
        assertThat(upstream.connections()).isZero();
    }

    @Test
    void shouldRefuseANameWhoseIpv6AddressIsDenied() {
        caller.dns().on("dual.test", Answer.of(PUBLIC, "fd00::1"));

        WebhookOutcome outcome = send(dispatcher, get(url("dual.test")));

        assertThat(((Failed) outcome).reason()).contains(Reason.UNIQUE_LOCAL);
    }

    @Test
    void shouldRefuseAnAliasOfAPrivateName() {
        caller.dns().on("alias.test", Answer.alias("db.internal", "127.0.0.1"));

        WebhookOutcome outcome = send(dispatcher, get(url("alias.test")));

        assertThat(outcome).isEqualTo(DENIED_LOOPBACK);
    }

    @Test
    void shouldFollowAnAliasToAnAllowedAddress() {
        caller.dns().on("alias.test", Answer.alias("edge.cdn.test")).on("edge.cdn.test", Answer.of(PUBLIC));

        WebhookOutcome outcome = send(dispatcher, get(url("alias.test")));

        assertThat(outcome).isInstanceOf(Answered.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty.test", "unknown.test"})
    void shouldSayThatANameWithoutAddressesCannotBeFound(String name) {
        caller.dns().on("empty.test", Answer.of());

        WebhookOutcome outcome = send(dispatcher, get(url(name)));

        assertThat(outcome).isEqualTo(new Failed(Cause.UNKNOWN_HOST, "Webhook could not find the host " + name));
    }

    @Test
    void shouldTimeOutWithoutBlockingWhenDnsDoesNotAnswer() {
        caller.dns().on("silent.test", Answer.silence());
        dispatcher = caller.dispatcher(TestConfiguration.DEFAULT.within(Duration.ofMillis(1500)));
        caller.blocked().clear();

        WebhookOutcome outcome = send(dispatcher, get(url("silent.test")));

        assertThat(outcome).isEqualTo(new Failed(Cause.TIMEOUT, "Webhook timed out after 1.5 s"));
        assertThat(caller.blocked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "2130706433",
                "0x7f.1",
                "0177.0.0.1",
                "127.1",
                "127.0.0.1.",
                "１２７.0.0.1",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "localhost"
            })
    void shouldRefuseEverySpellingOfLoopback(String host) {
        WebhookOutcome outcome = send(dispatcher, get(url(host)));

        assertThat(outcome).isEqualTo(DENIED_LOOPBACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[fe80::1%25lo]", "1.2.3.4.5", "%6cocalhost", "a..b"})
    void shouldRefuseHostsThatAreNeitherAddressNorName(String host) {
        WebhookOutcome outcome = send(dispatcher, get(url(host)));

        assertThat(outcome).isEqualTo(new Failed(Cause.ADDRESS_DENIED, "Webhook address is not allowed"));
    }

    @Test
    void shouldConnectToALiteralInItsNormalSpelling() {
        WebhookOutcome outcome = send(dispatcher, get(url("0x7f.2")));

        assertThat(outcome).isInstanceOf(Answered.class);
        assertThat(upstream.requests().get(0).header("Host")).isEqualTo("127.0.0.2:" + upstream.port());
    }

    @Test
    void shouldAllowTheAddressesOfAReopenedNameAndNoneOfTheNamesBelowIt() {
        dispatcher =
                caller.dispatcher(TestConfiguration.allowing("crm.internal").within(Duration.ofMillis(300)));
        caller.dns().on("crm.internal", Answer.of("10.255.255.1")).on("www.crm.internal", Answer.of("10.255.255.1"));

        WebhookOutcome outcome = send(dispatcher, get(url("CRM.internal.")));

        assertThat(((Failed) outcome).cause()).isIn(Cause.TIMEOUT, Cause.CONNECT);
        assertThat(((Failed) send(dispatcher, get(url("www.crm.internal")))).reason())
                .contains(Reason.PRIVATE);
    }

    @Test
    void shouldRefuseAReopenedNameThatResolvesToThisMachine() {
        dispatcher = caller.dispatcher(TestConfiguration.allowing("crm.internal"));
        caller.dns().on("crm.internal", Answer.of("10.255.255.1", "127.0.0.1"));

        WebhookOutcome outcome = send(dispatcher, get(url("crm.internal")));

        assertThat(outcome).isEqualTo(DENIED_LOOPBACK);
    }

    @Test
    void shouldReachAReopenedNameOnThisMachineIfItsAddressIsReopenedToo() {
        dispatcher = caller.dispatcher(TestConfiguration.allowing("crm.internal", PUBLIC));
        caller.dns().on("crm.internal", Answer.of(PUBLIC));

        WebhookOutcome outcome = send(dispatcher, get(url("crm.internal")));

        assertThat(outcome).isInstanceOf(Answered.class);
    }

    @Test
    void shouldTryTheNextCheckedAddressWhenTheFirstRefuses() {
        dispatcher = caller.dispatcher(TestConfiguration.allowing("127.0.0.0/8"));
        caller.dns().on("two.test", Answer.of("127.0.0.9", PUBLIC));

        WebhookOutcome outcome = send(dispatcher, get(url("two.test")));

        assertThat(outcome).isInstanceOf(Answered.class);
        assertThat(caller.dns().queries()).isEqualTo(1);
    }

    @Test
    void shouldReachAnIpv6Literal() throws IOException {
        assumeThat(hasIpv6()).as("this machine has no IPv6 loopback").isTrue();
        dispatcher = caller.dispatcher(TestConfiguration.allowing("::1"));
        try (Upstream six = Upstream.on("::1", Upstream.answering(Upstream.ok("{}")))) {
            WebhookOutcome outcome = send(dispatcher, get("http://[0:0::1]:" + six.port() + "/"));

            assertThat(outcome).isInstanceOf(Answered.class);
            assertThat(six.requests().get(0).header("Host")).isEqualTo("[::1]:" + six.port());
        }
    }

    @Test
    void shouldRefuseToStartWhereLookingUpAHostWouldBlock() {
        System.setProperty("vertx.disableDnsResolver", "true");
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> caller.dispatcher(TestConfiguration.DEFAULT))
                    .withMessageStartingWith("Set quarkus.vertx.use-async-dns to true");
        } finally {
            System.clearProperty("vertx.disableDnsResolver");
        }
    }

    private static boolean hasIpv6() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
