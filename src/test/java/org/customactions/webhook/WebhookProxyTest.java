package org.customactions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.customactions.webhook.Caller.get;
import static org.customactions.webhook.Caller.post;
import static org.customactions.webhook.Caller.send;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.customactions.webhook.WebhookOutcome.Answered;
import org.customactions.webhook.WebhookOutcome.Cause;
import org.customactions.webhook.WebhookOutcome.Failed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks through an egress proxy, and to servers of a private authority. */
class WebhookProxyTest {

    private static Caller caller;
    private static String authority;
    private static Upstream secure;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        caller = new Caller();
        var certificates = Certificates.create(directory, "dns:api.upstream.test,ip:127.0.0.2");
        authority = Files.writeString(directory.resolve("ca.pem"), certificates.pem())
                .toString();
        secure = Upstream.on("127.0.0.2", 0, certificates.server(), Upstream.answering(Upstream.ok("{\"tls\":1}")));
    }

    @AfterAll
    static void stop() throws Exception {
        secure.close();
        caller.close();
    }

    @Test
    void shouldAskTheProxyForPlainUrlsByNameAndKeepTheConnection() throws IOException {
        try (Upstream proxy = Upstream.on("127.0.0.1", Upstream.answering(Upstream.ok("{}")))) {
            var dispatcher = through("http://127.0.0.1:" + proxy.port());

            assertThat(send(dispatcher, post("http://nowhere.invalid/a?b=c", "{}")))
                    .isInstanceOf(Answered.class);
            assertThat(send(dispatcher, get("http://nowhere.invalid:81/"))).isInstanceOf(Answered.class);
            assertThat(send(dispatcher, get("http://nowhere.invalid/d"))).isInstanceOf(Answered.class);

            var asked = proxy.requests();
            assertThat(asked.get(0).line()).isEqualTo("POST http://nowhere.invalid/a?b=c HTTP/1.1");
            assertThat(asked.get(0).header("Host")).isEqualTo("nowhere.invalid");
            assertThat(asked.get(0).header("Proxy-Authorization")).isNull();
            assertThat(asked.get(1).line()).isEqualTo("GET http://nowhere.invalid:81/ HTTP/1.1");
            assertThat(proxy.connections()).isEqualTo(2);
        }
    }

    @Test
    void shouldLookUpNothing() throws IOException {
        try (Upstream proxy = Upstream.on("127.0.0.1", Upstream.answering(Upstream.ok("{}")))) {
            caller.dns().on("inside.test", DnsServer.Answer.of("10.0.0.1"));

            assertThat(send(through("http://127.0.0.1:" + proxy.port()), get("http://inside.test/")))
                    .isInstanceOf(Answered.class);
        }
    }

    @Test
    void shouldSayWhoItIs() throws IOException {
        try (Upstream proxy = Upstream.on("127.0.0.1", Upstream.answering(Upstream.ok("{}")))) {
            send(through("http://me:pw:x@127.0.0.1:" + proxy.port()), get("http://api.upstream.test/"));

            assertThat(proxy.requests().get(0).header("Proxy-Authorization")).isEqualTo("Basic bWU6cHc6eA==");
        }
    }

    @Test
    void shouldTunnelToSecureUrls() throws IOException {
        try (Upstream proxy = tunnel()) {
            var dispatcher = through("http://me:pw@127.0.0.1:" + proxy.port());

            var outcome = send(dispatcher, get("https://api.upstream.test:" + secure.port() + "/hook"));

            assertThat(UpstreamBody.json((Answered) outcome).orElseThrow().toString())
                    .isEqualTo("{\"tls\":1}");
            assertThat(proxy.requests().get(0).line())
                    .isEqualTo("CONNECT api.upstream.test:" + secure.port() + " HTTP/1.1");
            assertThat(proxy.requests().get(0).header("Proxy-Authorization")).isEqualTo("Basic bWU6cHc=");
            var last = secure.requests().get(secure.requests().size() - 1);
            assertThat(last.line()).isEqualTo("GET /hook HTTP/1.1");
            assertThat(last.header("Proxy-Authorization")).isNull();

            send(dispatcher, get("https://api.upstream.test:" + secure.port() + "/again"));
            assertThat(proxy.connections()).isOne();
        }
    }

    @Test
    void shouldCheckTheCertificateBehindTheProxy() throws IOException {
        try (Upstream proxy = tunnel()) {
            var outcome = send(
                    through("http://127.0.0.1:" + proxy.port()), get("https://other.test:" + secure.port() + "/hook"));

            assertThat(((Failed) outcome).cause()).isEqualTo(Cause.TLS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "https://10.0.0.1/",
                "http://2130706433/",
                "http://[::1]/",
                "http://localhost/",
                "https://a.localhost/",
                "http://[64:ff9b::a00:1]/"
            })
    void shouldRefuseForbiddenAddressesAllTheSame(String url) throws IOException {
        try (Upstream proxy = Upstream.on("127.0.0.1", Upstream.answering(Upstream.ok("{}")))) {
            assertThat(((Failed) send(through("http://127.0.0.1:" + proxy.port()), get(url))).cause())
                    .isEqualTo(Cause.ADDRESS_DENIED);
            assertThat(proxy.requests()).isEmpty();
        }
    }

    @Test
    void shouldAskForAllowedAddresses() throws IOException {
        try (Upstream proxy = Upstream.on("127.0.0.1", Upstream.answering(Upstream.ok("{}")))) {
            var dispatcher = through("http://127.0.0.1:" + proxy.port());

            assertThat(send(dispatcher, get("http://198.41.0.4/"))).isInstanceOf(Answered.class);
            assertThat(send(dispatcher, get("http://[2606:4700::1111]:8080/x"))).isInstanceOf(Answered.class);
            assertThat(proxy.requests().get(1).line()).isEqualTo("GET http://[2606:4700::1111]:8080/x HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"inside.test", "a.b.inside.test", "127.0.0.2", "dotted.test", "below.starred.test"})
    void shouldReachListedHostsWithoutIt(String host) throws IOException {
        try (Upstream proxy = Upstream.on("127.0.0.1", Upstream.answering(Upstream.ok("{}")));
                Upstream inside = Upstream.on("127.0.0.2", Upstream.answering(Upstream.ok("{\"in\":1}")))) {
            caller.dns().on(host, DnsServer.Answer.of("127.0.0.2"));

            var outcome = send(besides(proxy), get("http://" + host + ":" + inside.port() + "/"));

            assertThat(UpstreamBody.json((Answered) outcome).orElseThrow().toString())
                    .isEqualTo("{\"in\":1}");
            assertThat(proxy.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "xinside.test", "inside.test.example", "starred.example", "198.41.0.4"})
    void shouldAskForEveryOtherHost(String host) throws IOException {
        try (Upstream proxy = Upstream.on("127.0.0.1", Upstream.answering(Upstream.ok("{}")))) {
            assertThat(send(besides(proxy), get("http://" + host + "/"))).isInstanceOf(Answered.class);

            assertThat(proxy.requests()).hasSize(1);
        }
    }

    @Test
    void shouldJudgeListedHostsAsWithoutIt() throws IOException {
        try (Upstream proxy = Upstream.on("127.0.0.1", Upstream.answering(Upstream.ok("{}")))) {
            caller.dns().on("inside.test", DnsServer.Answer.of("10.0.0.1"));

            assertThat(((Failed) send(besides(proxy), get("http://inside.test/"))).cause())
                    .isEqualTo(Cause.ADDRESS_DENIED);
            assertThat(proxy.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", ".", "http://inside.test", "inside test", "10.0.0.0/33", "*.*.test"})
    void shouldRefuseAHostThatCannotBeListed(String entry) {
        assertThatThrownBy(() -> caller.dispatcher(TestConfiguration.DEFAULT.without(entry)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("custom-actions.webhook.no-proxy has an entry that cannot be used, \"");
    }

    @Test
    void shouldSayThatTheProxyRefuses() throws IOException {
        try (Upstream proxy =
                Upstream.on("127.0.0.1", Upstream.answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"))) {
            var dispatcher = through("http://127.0.0.1:" + proxy.port());

            assertThat(send(dispatcher, get("https://api.example.com/")))
                    .isEqualTo(new Failed(
                            Cause.CONNECT, "Webhook could not connect to api.example.com through the proxy"));
            assertThat(((Answered) send(dispatcher, get("http://api.example.com/"))).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void shouldSayThatTheProxyIsDown() throws IOException {
        int port;
        try (Upstream proxy = Upstream.on("127.0.0.1", connection -> {})) {
            port = proxy.port();
        }

        assertThat(((Failed) send(through("http://127.0.0.1:" + port), get("https://api.example.com/"))).cause())
                .isEqualTo(Cause.CONNECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void shouldEndASilentProxyAtTheDeadline(String scheme) throws IOException {
        try (Upstream proxy = Upstream.on("127.0.0.1", connection -> {
            connection.read();
            connection.awaitClose();
        })) {
            var dispatcher = caller.dispatcher(TestConfiguration.DEFAULT
                    .through("http://127.0.0.1:" + proxy.port())
                    .within(Duration.ofSeconds(1)));

            assertThat(send(dispatcher, get(scheme + "://api.example.com/")))
                    .isEqualTo(new Failed(Cause.TIMEOUT, "Webhook timed out after 1 s"));
        }
    }

    @Test
    void shouldTrustAPrivateAuthorityBesidesTheUsualOnes() {
        var open = TestConfiguration.allowing("127.0.0.2");
        var url = "https://127.0.0.2:" + secure.port() + "/";

        assertThat(send(caller.dispatcher(open.trusting(authority)), get(url))).isInstanceOf(Answered.class);
        assertThat(((Failed) send(caller.dispatcher(open), get(url))).cause()).isEqualTo(Cause.TLS);
    }

    @Test
    void shouldRefuseSettingsThatCannotBeUsed(@TempDir Path directory) throws IOException {
        var empty = Files.writeString(directory.resolve("empty.pem"), "no certificate")
                .toString();

        assertThatThrownBy(() -> caller.dispatcher(TestConfiguration.DEFAULT.trusting(empty)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("custom-actions.webhook.trusted-certificates names a file that holds no certificates"
                        + " (PEM): " + empty);
        assertThatThrownBy(() -> caller.dispatcher(TestConfiguration.DEFAULT.trusting(empty + ".missing")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy:3128",
                "https://proxy:3128",
                "socks5://proxy:1080",
                "http://",
                "http://proxy:0",
                "http://proxy:99999",
                "http://secret@proxy:3128",
                "http://proxy:3128/path",
                "http://pro xy"
            })
    void shouldRefuseAProxyThatCannotBeOne(String text) {
        assertThatThrownBy(() -> caller.dispatcher(TestConfiguration.DEFAULT.through(text)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("custom-actions.webhook.proxy must be like http://proxy:3128 or"
                        + " http://user:password@proxy:3128");
    }

    private static WebhookDispatcher through(String proxy) {
        return caller.dispatcher(TestConfiguration.DEFAULT.through(proxy).trusting(authority));
    }

    private static WebhookDispatcher besides(Upstream proxy) {
        return caller.dispatcher(TestConfiguration.allowing("127.0.0.2")
                .through("http://127.0.0.1:" + proxy.port())
                .without("inside.test", "127.0.0.0/8", " .dotted.test ", "*.starred.test"));
    }

    /** A proxy for which every name is the secure upstream. */
    private static Upstream tunnel() throws IOException {
        return Upstream.on("127.0.0.1", connection -> connection.tunnelTo("127.0.0.2", secure.port()));
    }
}
