package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.webhook.Caller.get;
import static org.customactions.webhook.Caller.send;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLSocket;
import org.customactions.webhook.DnsServer.Answer;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS to an address, under the name of the URL. */
class WebhookTlsTest {

    private static final List<String> SERVER_NAMES = new CopyOnWriteArrayList<>();

    private static Caller caller;
    private static Upstream upstream;
    private static WebhookDispatcher trusting;
    private static WebhookDispatcher distrusting;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        caller = new Caller();
        Certificates certificates = Certificates.create(directory, "dns:api.upstream.test,ip:127.0.0.2");
        upstream = Upstream.on("0.0.0.0", 0, certificates.server(), connection -> {
            SSLSocket socket = (SSLSocket) connection.socket();
            socket.startHandshake();
            ((ExtendedSSLSession) socket.getSession())
                    .getRequestedServerNames().stream()
                            .map(SNIServerName::getEncoded)
                            .map(String::new)
                            .forEach(SERVER_NAMES::add);
            Upstream.answering(Upstream.ok("{}")).serve(connection);
        });
        TestConfiguration open = TestConfiguration.allowing("127.0.0.0/8");
        trusting = caller.dispatcher(open, certificates.trust());
        distrusting = caller.dispatcher(open);
    }

    @AfterAll
    static void stop() throws Exception {
        upstream.close();
        caller.close();
    }

    @BeforeEach
    void resolveNames() {
        caller.dns().on("api.upstream.test", Answer.of("127.0.0.2")).on("other.upstream.test", Answer.of("127.0.0.2"));
        SERVER_NAMES.clear();
    }

    private static String url(String host) {
        return "https://" + host + ":" + upstream.port() + "/hook";
    }

    @Test
    void shouldCheckTheCertificateAndSendSniForTheNameOfTheUrl() {
        WebhookOutcome outcome = send(trusting, get(url("api.upstream.test")));

        assertThat(outcome).isInstanceOf(Answered.class);
        assertThat(SERVER_NAMES).containsExactly("api.upstream.test");
        assertThat(upstream.requests().get(upstream.requests().size() - 1).header("Host"))
                .isEqualTo("api.upstream.test:" + upstream.port());
    }

    @Test
    void shouldCheckTheCertificateOfALiteralAgainstTheAddress() {
        assertThat(send(trusting, get(url("127.0.0.2")))).isInstanceOf(Answered.class);
        assertThat(((Failed) send(trusting, get(url("127.0.0.3")))).cause()).isEqualTo(Cause.TLS);
    }

    @Test
    void shouldRefuseACertificateOfAnotherName() {
        WebhookOutcome outcome = send(trusting, get(url("other.upstream.test")));

        assertThat(outcome)
                .isEqualTo(new Failed(
                        Cause.TLS, "Webhook could not connect to other.upstream.test, its certificate is not trusted"));
    }

    @Test
    void shouldRefuseACertificateThatNobodyVouchesFor() {
        WebhookOutcome outcome = send(distrusting, get(url("api.upstream.test")));

        assertThat(outcome)
                .isEqualTo(new Failed(
                        Cause.TLS, "Webhook could not connect to api.upstream.test, its certificate is not trusted"));
    }

    @Test
    void shouldSayThatNoSecureConnectionWasAgreedOn() throws Exception {
        try (Upstream plain = Upstream.that(connection -> connection.write("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            WebhookOutcome outcome = send(trusting, get("https://127.0.0.2:" + plain.port() + "/"));

            assertThat(outcome)
                    .isEqualTo(new Failed(
                            Cause.TLS, "Webhook could not connect to 127.0.0.2, no secure connection was agreed on"));
        }
    }
}
