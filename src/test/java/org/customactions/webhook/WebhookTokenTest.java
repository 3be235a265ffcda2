package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.customactions.support.Patience;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens by client credentials, from a token server that does what token servers do. */
class WebhookTokenTest {

    private static final UUID ORGANIZATION = Caller.ORGANIZATION;

    private static Caller caller;

    private Webhooks webhooks;
    private Upstream tokenServer;
    private Upstream api;
    private volatile String tokenAnswer;
    private volatile String refused = "none";
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @BeforeAll
    static void startCaller() throws IOException {
        caller = new Caller();
    }

    @AfterAll
    static void stopCaller() {
        caller.close();
    }

    @BeforeEach
    void start() throws IOException {
        var configuration = TestConfiguration.allowing("127.0.0.2");
        webhooks = new Webhooks(caller.dispatcher(configuration), configuration);
        tokenAnswer = "{\"access_token\":\"token/%d+x==\",\"token_type\":\"bearer\",\"expires_in\":3600}";
        tokenServer = Upstream.that(connection -> {
            for (var request = connection.read(); request != null; request = connection.read()) {
                connection.await(gate);
                var answer = tokenAnswer.formatted(tokens.incrementAndGet());
                connection.write(answer.startsWith("HTTP") ? answer : Upstream.ok(answer));
            }
        });
        api = Upstream.that(connection -> {
            for (var request = connection.read(); request != null; request = connection.read()) {
                var authorization = request.header("Authorization");
                connection.write(
                        authorization.contains(refused)
                                ? "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"
                                : Upstream.ok("{\"authorization\":\"" + authorization.replace("/", "\\/")
                                        + "\",\"nested\":[{\"" + authorization + "\":1}]}"));
            }
        });
    }

    @AfterEach
    void stop() throws IOException {
        gate.countDown();
        tokenServer.close();
        api.close();
    }

    @Test
    void shouldSendATokenOfTheTokenServer() {
        var outcome = (Answered) send(credentials(false));

        assertThat(outcome.status()).isEqualTo(200);
        assertThat(api.requests().get(0).header("Authorization")).isEqualTo("Bearer token/1+x==");
        var asked = tokenServer.requests().get(0);
        assertThat(asked.line()).isEqualTo("POST /token HTTP/1.1");
        assertThat(asked.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(asked.header("Authorization"))
                .isEqualTo("Basic "
                        + Base64.getEncoder().encodeToString("id:s%26cret".getBytes(StandardCharsets.US_ASCII)));
        assertThat(new String(asked.body(), StandardCharsets.US_ASCII))
                .isEqualTo("grant_type=client_credentials&scope=a+b&audience=https%3A%2F%2Fapi.example%2F");
    }

    @Test
    void shouldSendTheClientInTheBodyIfAsked() {
        send(credentials(true));

        assertThat(tokenServer.requests().get(0).header("Authorization")).isNull();
        assertThat(new String(tokenServer.requests().get(0).body(), StandardCharsets.US_ASCII))
                .endsWith("&client_id=id&client_secret=s%26cret");
    }

    @Test
    void shouldMaskTheTokenInAnEcho() {
        var outcome = (Answered) send(credentials(false));

        assertThat(UpstreamBody.of(outcome).orElseThrow().toString())
                .isEqualTo("{\"authorization\":\"Bearer ********\",\"nested\":[{\"Bearer ********\":1}]}");
        assertThat(UpstreamBody.text(outcome).orElseThrow()).doesNotContain("nested\":[{\"Bearer token");
    }

    @Test
    void shouldKeepTheToken() {
        send(credentials(false));
        send(credentials(false));

        assertThat(tokenServer.requests()).hasSize(1);
        assertThat(api.requests()).hasSize(2);
    }

    @Test
    void shouldKeepItForOneOrganizationAndOneConfig() {
        send(credentials(false));
        send(UUID.randomUUID(), credentials(false));
        send(credentials(true));

        assertThat(tokenServer.requests()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"1,false", "0,false", "-5,true", "'\"3600\"',true", "60,true", "null,true", "9999999999999,true"})
    void shouldUseATokenAsLongAsItIsValid(String seconds, boolean isKept) {
        tokenAnswer = "{\"access_token\":\"t%d\",\"expires_in\":" + seconds + "}";

        send(credentials(false));
        send(credentials(false));

        assertThat(tokenServer.requests()).hasSize(isKept ? 1 : 2);
    }

    @Test
    void shouldFetchOnceForManyClicks() {
        gate = new CountDownLatch(1);
        var clicks = IntStream.range(0, 20)
                .mapToObj(i -> webhooks.send(ORGANIZATION, request(credentials(false), Optional.empty()))
                        .subscribeAsCompletionStage())
                .toList();
        await().until(() -> tokenServer.requests().size() == 1);
        gate.countDown();
        clicks.forEach(click -> assertThat(
                        Uni.createFrom().completionStage(click).await().atMost(Patience.LIMIT))
                .isInstanceOf(Answered.class));

        assertThat(tokenServer.requests()).hasSize(1);
        assertThat(api.requests()).hasSize(20);
    }

    @Test
    void shouldGoOnFetchingIfTheFirstCallerHangsUp() {
        gate = new CountDownLatch(1);
        var first = webhooks.send(ORGANIZATION, request(credentials(false), Optional.empty()))
                .subscribe()
                .with(outcome -> {});
        var second = webhooks.send(ORGANIZATION, request(credentials(false), Optional.empty()))
                .subscribeAsCompletionStage();
        await().until(() -> tokenServer.requests().size() == 1);
        first.cancel();
        gate.countDown();

        assertThat(Uni.createFrom().completionStage(second).await().atMost(Patience.LIMIT))
                .isInstanceOf(Answered.class);
        assertThat(tokenServer.requests()).hasSize(1);
        assertThat(api.requests()).hasSize(1);
    }

    @Test
    void shouldFetchAnewAndSendAgainOnceAfter401() {
        refused = "token/1+";
        assertThat(((Answered) send(credentials(false))).status()).isEqualTo(200);
        assertThat(api.requests()).hasSize(2);
        assertThat(tokenServer.requests()).hasSize(2);

        refused = "Bearer";
        assertThat(((Answered) send(credentials(false))).status()).isEqualTo(401);
        assertThat(api.requests()).hasSize(4);
        assertThat(tokenServer.requests()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 401 Unauthorized;{\"error\":\"invalid_client\"}|The token server answered 401 Unauthorized (invalid_client)",
                "HTTP/1.1 400 Bad Request;{\"error\":\"<b>\"}|The token server answered 400 Bad Request",
                "HTTP/1.1 302 Found;{}|The token server answered 302 Found",
                "HTTP/1.1 200 OK;{}|The token server answered without a usable access_token",
                "HTTP/1.1 200 OK;nothing|The token server answered without a usable access_token",
                "HTTP/1.1 200 OK;{\"access_token\":\"a b\"}|The token server answered without a usable access_token",
                "HTTP/1.1 200 OK;{\"access_token\":\"a\",\"token_type\":\"mac\"}|The token server answered with a token that is no Bearer token",
            })
    void shouldSayWhyThereIsNoToken(String answer, String sentence) {
        var parts = answer.split(";", 2);
        tokenAnswer = "%s\r\nLocation: /x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(parts[0], parts[1].length(), parts[1]);

        assertThat(send(credentials(false))).isEqualTo(new Failed(Cause.TOKEN, sentence));
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void shouldNotKeepARefusal() {
        var good = tokenAnswer;
        tokenAnswer = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";
        assertThat(send(credentials(false))).isInstanceOf(Failed.class);
        tokenAnswer = good;

        assertThat(send(credentials(false))).isInstanceOf(Answered.class);
    }

    @Test
    void shouldJudgeTheTokenServersAddress() {
        var denied = new ClientCredentials(
                URI.create("http://10.0.0.1/token"), "id", "secret", Optional.empty(), Optional.empty(), false);

        assertThat(send(denied))
                .isEqualTo(new Failed(
                        Cause.ADDRESS_DENIED,
                        "The token server gave no answer: Webhook address is not allowed",
                        Optional.of(AddressPolicy.Reason.PRIVATE)));
    }

    @Test
    void shouldHaveOneDeadlineForTokenAndCall() {
        gate = new CountDownLatch(1);

        var outcome = webhooks.send(ORGANIZATION, request(credentials(false), Optional.of(Duration.ofSeconds(1))))
                .await()
                .atMost(Patience.LIMIT);

        assertThat(outcome).isEqualTo(new Failed(Cause.TIMEOUT, "Webhook timed out after 1 s"));
    }

    @Test
    void shouldKeepABoundedNumberOfTokens() {
        var calls = new ArrayList<ClientCredentials>();
        for (var i = 0; i < 17; i++) {
            calls.add(new ClientCredentials(tokenUrl(), "id" + i, "secret", Optional.empty(), Optional.empty(), false));
        }
        calls.forEach(this::send);
        send(calls.get(16));
        assertThat(tokenServer.requests()).hasSize(17);

        send(calls.get(0));
        assertThat(tokenServer.requests()).hasSize(18);
    }

    @Test
    void shouldShowNoSecretInItsTexts() {
        var request = request(credentials(false), Optional.empty()).withToken("t0ken-value");

        assertThat(request.toString()
                        + request.delivery()
                        + request.delivery().secrets()
                        + new Tokens.Token("t0ken-value", 0))
                .doesNotContain("t0ken-value")
                .doesNotContain("s&cret");
    }

    private WebhookOutcome send(ClientCredentials credentials) {
        return send(ORGANIZATION, credentials);
    }

    private WebhookOutcome send(UUID organizationId, ClientCredentials credentials) {
        return webhooks.send(organizationId, request(credentials, Optional.empty()))
                .await()
                .atMost(Patience.LIMIT);
    }

    private WebhookRequest request(ClientCredentials credentials, Optional<Duration> timeout) {
        return new WebhookRequest(
                "POST",
                URI.create("http://127.0.0.2:" + api.port() + "/hook"),
                Map.of("Content-Type", "application/json"),
                "{}".getBytes(StandardCharsets.UTF_8),
                new Delivery(timeout, false, Set.of(), Optional.of(credentials), Secrets.NONE));
    }

    private URI tokenUrl() {
        return URI.create("http://127.0.0.2:" + tokenServer.port() + "/token");
    }

    private ClientCredentials credentials(boolean inBody) {
        return new ClientCredentials(
                tokenUrl(), "id", "s&cret", Optional.of("a b"), Optional.of("https://api.example/"), inBody);
    }
}
