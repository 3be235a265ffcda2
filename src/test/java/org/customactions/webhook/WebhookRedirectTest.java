package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.customactions.support.Patience;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Following an upstream's redirects, if an action asks for it. */
class WebhookRedirectTest {

    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    private static final String NOT_FOLLOWED = "Webhook was redirected to an address that is not followed: ";

    private static Caller caller;
    private static Webhooks webhooks;

    @BeforeAll
    static void start() throws IOException {
        caller = new Caller();
        var configuration = TestConfiguration.allowing("127.0.0.2", "127.0.0.3");
        webhooks = new Webhooks(caller.dispatcher(configuration), configuration);
    }

    @AfterAll
    static void stop() {
        caller.close();
    }

    @ParameterizedTest
    @CsvSource({"301,POST", "302,POST", "303,POST", "302,PUT", "303,DELETE", "302,GET"})
    void shouldGoOnAsGetWithoutABody(int status, String method) throws IOException {
        try (Upstream upstream = redirecting(status, "/done?x=1#y")) {
            var outcome = send(request(method, upstream, true));

            assertThat(((Answered) outcome).status()).isEqualTo(200);
            var second = upstream.requests().get(1);
            assertThat(second.line()).isEqualTo("GET /done?x=1 HTTP/1.1");
            assertThat(second.body()).isEmpty();
            assertThat(second.header("Content-Length")).isNull();
            assertThat(second.header("Authorization")).isEqualTo("Bearer secret");
            assertThat(second.header("X-Signature")).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"307,POST", "308,PATCH"})
    void shouldRepeatMethodAndBody(int status, String method) throws IOException {
        try (Upstream upstream = redirecting(status, "done")) {
            var outcome = send(request(method, upstream, true));

            assertThat(((Answered) outcome).status()).isEqualTo(200);
            var second = upstream.requests().get(1);
            assertThat(second.line()).isEqualTo(method + " /api/done HTTP/1.1");
            assertThat(second.body()).isEqualTo(BODY);
            assertThat(second.header("X-Signature")).isEqualTo("abc");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/x, /x",
        "x/y, /api/x/y",
        "./x, /api/x",
        "../x, /x",
        "?q=1, /api/hook?q=1",
        "'', /api/hook",
        "/a b, /a%20b",
        "/Zo\u00c3\u00ab, /Zo%C3%AB"
    })
    void shouldReadALocationAsBrowsersDo(String location, String path) throws IOException {
        try (Upstream upstream = Upstream.that(connection -> {
            for (var request = connection.read(); request != null; request = connection.read()) {
                var isFirst = request.line().startsWith("POST");
                connection.write(
                        (isFirst ? redirect(303, location) : Upstream.ok("{}")).getBytes(StandardCharsets.ISO_8859_1));
            }
        })) {
            assertThat(send(request("POST", upstream, true))).isInstanceOf(Answered.class);
            assertThat(upstream.requests().get(1).line()).isEqualTo("GET " + path + " HTTP/1.1");
        }
    }

    @Test
    void shouldTakeNothingButTypesToAnotherOrigin() throws IOException {
        try (Upstream other = Upstream.on("127.0.0.3", Upstream.answering(Upstream.ok("{\"id\":7}")));
                Upstream upstream = redirecting(302, "http://127.0.0.3:" + other.port() + "/other")) {
            var outcome = send(request("POST", upstream, true));

            assertThat(UpstreamBody.json((Answered) outcome)
                            .orElseThrow()
                            .get("id")
                            .asInt())
                    .isEqualTo(7);
            var second = other.requests().get(0);
            assertThat(second.head().toLowerCase(Locale.ROOT).lines().map(line -> line.replaceAll(":.*", "")))
                    .containsExactlyInAnyOrder(
                            "get /other http/1.1",
                            "host",
                            "user-agent",
                            "accept-encoding",
                            "accept",
                            "content-type",
                            "");
        }
    }

    @Test
    void shouldNotGetItsHeadersBackFromAnotherOrigin() throws IOException {
        var back = new String[1];
        try (Upstream other = Upstream.on("127.0.0.3", connection -> {
                    connection.read();
                    connection.write(redirect(302, back[0]));
                });
                Upstream upstream = redirecting(302, "http://127.0.0.3:" + other.port() + "/")) {
            back[0] = "http://127.0.0.2:" + upstream.port() + "/back";

            assertThat(send(request("POST", upstream, true))).isInstanceOf(Answered.class);
            assertThat(upstream.requests().get(1).line()).isEqualTo("GET /back HTTP/1.1");
            assertThat(upstream.requests().get(1).header("Authorization")).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"307", "308"})
    void shouldNotRepeatABodyForAnotherOrigin(int status) throws IOException {
        try (Upstream upstream = redirecting(status, "http://127.0.0.3:1/")) {
            assertThat(send(request("POST", upstream, true)))
                    .isEqualTo(new Failed(
                            Cause.REDIRECT,
                            NOT_FOLLOWED
                                    + "status %d repeats the request, which goes to the same host and port only"
                                            .formatted(status)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://user:pw@127.0.0.2/|must not contain a user name or password",
                "ftp://127.0.0.2/|must start with http:// or https://",
                "javascript:alert(1)|must start with http:// or https://",
                "//[::1/|host",
                "http://a..b/|host",
            })
    void shouldNotFollowWhatIsNoWebAddress(String location, String why) throws IOException {
        try (Upstream upstream = redirecting(302, location)) {
            var failed = (Failed) send(request("POST", upstream, true));

            assertThat(failed.cause()).isEqualTo(Cause.REDIRECT);
            assertThat(failed.message()).startsWith(NOT_FOLLOWED).contains(why);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.1/", "http://169.254.169.254/latest", "http://2130706433/", "http://[::1]/"})
    void shouldJudgeEveryAddress(String location) throws IOException {
        try (Upstream upstream = redirecting(302, location)) {
            assertThat(((Failed) send(request("POST", upstream, true))).cause()).isEqualTo(Cause.ADDRESS_DENIED);
        }
    }

    @Test
    void shouldJudgeTheAddressesOfANameToo() throws IOException {
        caller.dns().on("inside.test", DnsServer.Answer.of("10.0.0.1"));
        try (Upstream upstream = redirecting(302, "http://inside.test/")) {
            assertThat(((Failed) send(request("POST", upstream, true))).cause()).isEqualTo(Cause.ADDRESS_DENIED);
        }
    }

    @Test
    void shouldFollowFiveAndNotSix() throws IOException {
        try (Upstream upstream = Upstream.that(connection -> {
            for (var request = connection.read(); request != null; request = connection.read()) {
                var left = Integer.parseInt(request.line().replaceAll("\\D*/(\\d+) .*", "$1"));
                connection.write(left == 0 ? Upstream.ok("{}") : redirect(302, "/" + (left - 1)));
            }
        })) {
            var five = request("GET", upstream.port(), "/5", true);
            var six = request("GET", upstream.port(), "/6", true);

            assertThat(send(five)).isInstanceOf(Answered.class);
            assertThat(send(six)).isEqualTo(new Failed(Cause.REDIRECT, "Webhook was redirected more than 5 times"));
        }
    }

    @Test
    void shouldHaveOneDeadlineForAll() throws IOException {
        try (Upstream upstream = Upstream.that(connection -> {
            var request = connection.read();
            if (!request.line().contains("/slow")) {
                connection.write(redirect(302, "/slow"));
            }
            connection.awaitClose();
        })) {
            var asked = request("GET", upstream.port(), "/", true);
            var hasty = new WebhookRequest(
                    "GET",
                    asked.url(),
                    Map.of(),
                    new byte[0],
                    new Delivery(Optional.of(Duration.ofSeconds(1)), true, Set.of(), Optional.empty(), Secrets.NONE));

            assertThat(send(hasty)).isEqualTo(new Failed(Cause.TIMEOUT, "Webhook timed out after 1 s"));
        }
    }

    @ParameterizedTest
    @CsvSource({"false,302,/x", "true,300,/x", "true,304,/x", "true,305,/x"})
    void shouldTakeTheRestForAnAnswer(boolean follows, int status, String location) throws IOException {
        try (Upstream upstream = redirecting(status, location)) {
            assertThat(((Answered) send(request("POST", upstream, follows))).status())
                    .isEqualTo(status);
            assertThat(upstream.requests()).hasSize(1);
        }
    }

    @Test
    void shouldTakeARedirectToNowhereForAnAnswer() throws IOException {
        try (Upstream upstream = Upstream.that(Upstream.answering("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(((Answered) send(request("POST", upstream, true))).status())
                    .isEqualTo(302);
        }
    }

    private static WebhookOutcome send(WebhookRequest request) {
        return webhooks.send(Caller.ORGANIZATION, request).await().atMost(Patience.LIMIT);
    }

    private static Upstream redirecting(int status, String location) throws IOException {
        return Upstream.that(connection -> {
            for (var request = connection.read(); request != null; request = connection.read()) {
                connection.write(
                        request.line().contains("/api/hook ") ? redirect(status, location) : Upstream.ok("{}"));
            }
        });
    }

    private static String redirect(int status, String location) {
        return "HTTP/1.1 %d Elsewhere\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n".formatted(status, location);
    }

    private static WebhookRequest request(String method, Upstream upstream, boolean follows) {
        return request(method, upstream.port(), "/api/hook", follows);
    }

    private static WebhookRequest request(String method, int port, String path, boolean follows) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", "Bearer secret");
        headers.put("Cookie", "a=b");
        headers.put("X-Signature", "abc");
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/json");
        return new WebhookRequest(
                method,
                URI.create("http://127.0.0.2:" + port + path),
                headers,
                BODY,
                new Delivery(Optional.empty(), follows, Set.of("X-Signature"), Optional.empty(), Secrets.NONE));
    }
}
