package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.customactions.webhook.Caller.get;
import static org.customactions.webhook.Caller.send;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.X509ExtendedTrustManager;
import org.customactions.webhook.DnsServer.Answer;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS to hosts with an underscore in their name, whose certificates Java itself compares with no such name. */
class WebhookUnderscoreTest {

    private static Caller caller;
    private static Upstream upstream;
    private static Certificates certificates;
    private static WebhookDispatcher trusting;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        caller = new Caller();
        certificates = Certificates.create(
                directory,
                "dns:ignored.test",
                "-ext",
                "2.5.29.17=" + alternativeNames("stack_hook", "*.apps.test", "*.test", "*", "Some_Shop.test"));
        upstream = Upstream.on("127.0.0.2", 0, certificates.server(), Upstream.answering(Upstream.ok("{}")));
        trusting = caller.dispatcher(TestConfiguration.allowing("127.0.0.0/8"), certificates.trust());
    }

    @AfterAll
    static void stop() throws Exception {
        upstream.close();
        caller.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stack_hook", "my-shop.apps.test"})
    void shouldCallHostsThatTheCertificateIsFor(String host) {
        caller.dns().on(host, Answer.of("127.0.0.2"));

        assertThat(send(trusting, get(url(host)))).isInstanceOf(Answered.class);

        var last = upstream.requests().get(upstream.requests().size() - 1);
        assertThat(last.header("Host")).isEqualTo(host + ":" + upstream.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"other_hook", "stack_hooks", "my.other-shop.apps.test"})
    void shouldCallNoOthers(String host) {
        caller.dns().on(host, Answer.of("127.0.0.2"));

        assertThat(send(trusting, get(url(host))))
                .isEqualTo(new Failed(
                        Cause.TLS, "Webhook could not connect to " + host + ", its certificate is not trusted"));
    }

    @Test
    void shouldCallNobodyForWhomNobodyVouches() {
        caller.dns().on("stack_hook", Answer.of("127.0.0.2"));
        var distrusting = caller.dispatcher(TestConfiguration.allowing("127.0.0.0/8"));

        assertThat(((Failed) send(distrusting, get(url("stack_hook")))).cause()).isEqualTo(Cause.TLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stack_hook", "my_shop.apps.test", "_x_.apps.test", "some_shop.test"})
    void shouldTrustCertificatesForTheHost(String host) throws Exception {
        assertThatCode(() -> check(host)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stack_hook.apps.example",
                "a.my_shop.apps.test",
                "my_shop.apps.other",
                "my_shop.test",
                "other_hook",
                "a.stack_hook",
                "some_shop.test.example",
                "_.test"
            })
    void shouldTrustNoCertificatesForAnotherHost(String host) {
        assertThatThrownBy(() -> check(host))
                .isInstanceOf(CertificateException.class)
                .hasMessage("The certificate is for another host");
    }

    /** Java's own servers refuse such a name, so this one reads what comes. */
    @ParameterizedTest
    @CsvSource({"my_shop.apps.test, true", "stack_hook, false"})
    void shouldTellTheServerANameWithDots(String host, boolean isTold) throws IOException {
        caller.dns().on(host, Answer.of("127.0.0.2"));
        var hello = new StringBuffer();
        try (Upstream plain = Upstream.on("127.0.0.2", connection -> {
            var bytes = new byte[4096];
            var length = connection.socket().getInputStream().read(bytes);
            hello.append(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        })) {
            send(trusting, get("https://" + host + ":" + plain.port() + "/"));
        }

        assertThat(hello.toString().contains(host)).isEqualTo(isTold);
        assertThat(hello.toString()).doesNotContain("my_shop!");
    }

    @Test
    void shouldTunnelToThem() throws Exception {
        try (Upstream proxy =
                Upstream.on("127.0.0.1", connection -> connection.tunnelTo("127.0.0.2", upstream.port()))) {
            var dispatcher = caller.dispatcher(
                    TestConfiguration.DEFAULT.through("http://127.0.0.1:" + proxy.port()), certificates.trust());

            assertThat(send(dispatcher, get(url("stack_hook")))).isInstanceOf(Answered.class);
            assertThat(((Failed) send(dispatcher, get(url("other_hook")))).cause())
                    .isEqualTo(Cause.TLS);
            assertThat(proxy.requests().get(0).line()).isEqualTo("CONNECT stack_hook:" + upstream.port() + " HTTP/1.1");
        }
    }

    private static void check(String host) throws Exception {
        var trust = new HostTrust(Optional.of(certificates.trust()))
                .getTrustManagerFactory(caller.vertx())
                .getTrustManagers()[0];
        var engine = certificates.context().createSSLEngine(UnderscoredHosts.peer(host), 443);
        ((X509ExtendedTrustManager) trust)
                .checkServerTrusted(new X509Certificate[] {certificates.certificate()}, "ECDHE_ECDSA", engine);
    }

    private static String url(String host) {
        return "https://" + host + ":" + upstream.port() + "/hook";
    }

    /** The extension in DER, as text for keytool, which takes no names with underscores otherwise. */
    private static String alternativeNames(String... names) {
        var body = new ByteArrayOutputStream();
        for (var name : names) {
            body.write(0x82);
            body.write(name.length());
            body.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        }
        var sequence = new ByteArrayOutputStream();
        sequence.write(0x30);
        sequence.write(body.size());
        sequence.writeBytes(body.toByteArray());
        return HexFormat.ofDelimiter(":").formatHex(sequence.toByteArray());
    }
}
