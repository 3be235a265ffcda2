package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.customactions.webhook.Caller.send;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The request that an upstream receives. */
class WebhookRequestTest {

    private static Caller caller;
    private static WebhookDispatcher dispatcher;
    private static Upstream upstream;

    @BeforeAll
    static void start() throws IOException {
        caller = new Caller();
        dispatcher = caller.dispatcher(TestConfiguration.allowing("127.0.0.0/8"));
        upstream = Upstream.that(Upstream.answering(Upstream.ok("{}")));
    }

    @AfterAll
    static void stop() throws IOException {
        upstream.close();
        caller.close();
    }

    private static Upstream.Request received(String method, String path, Map<String, String> headers, String body) {
        URI url = URI.create("http://127.0.0.2:" + upstream.port() + path);
        WebhookRequest request = new WebhookRequest(method, url, headers, body.getBytes(StandardCharsets.UTF_8));
        assertThat(send(dispatcher, request)).isInstanceOf(Answered.class);
        return upstream.requests().get(upstream.requests().size() - 1);
    }

    @Test
    void shouldSendPathAndQueryInTheirRawForm() {
        Upstream.Request request = received("GET", "/a%2Fb/../c;d?phone=%2B1%20555&x=a+b#fragment", Map.of(), "");

        assertThat(request.line()).isEqualTo("GET /a%2Fb/../c;d?phone=%2B1%20555&x=a+b HTTP/1.1");
    }

    @Test
    void shouldSendHeadersAsUtf8() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Name", "Zoë \uD83D\uDE00\ttab");
        headers.put("content-type", "text/plain");

        Upstream.Request request = received("POST", "/", headers, "Zoë");

        byte[] name = request.header("X-Name").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new String(name, StandardCharsets.UTF_8)).isEqualTo("Zoë \uD83D\uDE00\ttab");
        assertThat(request.header("Content-Type")).isEqualTo("text/plain");
        assertThat(request.body()).isEqualTo("Zoë".getBytes(StandardCharsets.UTF_8));
        assertThat(request.header("User-Agent")).isEqualTo("custom-actions");
        assertThat(request.header("Content-Length")).isEqualTo("4");
        assertThat(request.header("Transfer-Encoding")).isNull();
        assertThat(request.header("Connection")).isNull();
    }

    @Test
    void shouldLetAHeaderReplaceTheUserAgent() {
        Upstream.Request request = received("GET", "/", Map.of("user-agent", "crm"), "");

        assertThat(request.head()).containsOnlyOnce("gent:").contains("user-agent: crm");
    }

    @ParameterizedTest
    @CsvSource({"GET,", "POST, 0", "PUT, 0", "PATCH, 0"})
    void shouldDeclareAnEmptyBodyWhereOneIsExpected(String method, String length) {
        Upstream.Request request = received(method, "/", Map.of(), "");

        assertThat(request.header("Content-Length")).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({
        "'X-A', 'a\r\nX-B: c', Webhook header X-A has characters that cannot be sent",
        "'X-A', 'a\nb', Webhook header X-A has characters that cannot be sent",
        "'X-A', 'a\u0000b', Webhook header X-A has characters that cannot be sent",
        "'X-A', 'a\u007fb', Webhook header X-A has characters that cannot be sent",
        "'X-A', 'a\u0085b', Webhook header X-A has characters that cannot be sent",
        "'X-A', 'a\u2028b', Webhook header X-A has characters that cannot be sent",
        "'X A', a, Webhook has a header with a name that cannot be sent",
        "'X-Ä', a, Webhook has a header with a name that cannot be sent",
        "'X:A\r\nB', a, Webhook has a header with a name that cannot be sent",
        "hOsT, a, Webhook has a header with a name that cannot be sent",
        "Content-Length, 1, Webhook has a header with a name that cannot be sent",
        "Transfer-Encoding, chunked, Webhook has a header with a name that cannot be sent",
        "expect, 100-continue, Webhook has a header with a name that cannot be sent",
        "HTTP2-Settings, AAMAAABkAAQAAP__, Webhook has a header with a name that cannot be sent"
    })
    void shouldRefuseHeadersThatWouldBecomeSomethingElse(String name, String value, String message) {
        WebhookRequest request = new WebhookRequest(
                "GET", URI.create("http://127.0.0.2:" + upstream.port()), Map.of(name, value), new byte[0]);

        WebhookOutcome outcome = send(dispatcher, request);

        assertThat(outcome).isEqualTo(new Failed(Cause.INVALID_REQUEST, message));
    }

    @Test
    void shouldShowMethodAndHostOnlyInItsText() {
        WebhookRequest request = new WebhookRequest(
                "POST", URI.create("https://me:pw@a_b.test/secret?k=v"), Map.of("Authorization", "x"), new byte[] {1});

        assertThat(request).hasToString("WebhookRequest[POST a_b.test]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "post", "CONNECT", "GET / HTTP/1.1\r\nX: y"})
    void shouldRefuseOtherMethods(String method) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebhookRequest(method, URI.create("http://a.test"), Map.of(), new byte[0]));
    }
}
