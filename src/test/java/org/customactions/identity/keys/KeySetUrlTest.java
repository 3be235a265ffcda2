package org.customactions.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.customactions.support.Patience;
import org.customactions.webhook.Certificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key set is asked for over the network, from servers that do all that servers do. */
class KeySetUrlTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final ProviderKeys KEY = ProviderKeys.create("ES256", "k1");
    private static final String SET = ProviderKeys.set(KEY);
    private static final Duration SOON = Duration.ofMillis(300);
    private static final int TEN_MIB = 10 * 1024 * 1024;

    private final JWTAuthContextInfo library = new JWTAuthContextInfo();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private Optional<String> certificates = Optional.empty();
    private Optional<String> proxy = Optional.empty();
    private KeySetServer server;

    @BeforeEach
    void start() throws Exception {
        server = KeySetServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000})
    void shouldReadAKeySet(int padding) {
        server.publish(SET + " ".repeat(padding));

        assertThat(ask(server.url(), Patience.LIMIT).algorithms()).containsExactly("ES256");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("down", server -> server.fail(503), "it answers with status 503"),
                fault("gone", server -> server.fail(404), "it answers with status 404"),
                fault(
                        "redirect",
                        server -> server.redirect("https://id.example.com/keys"),
                        "it redirects, which is not followed; use the URL https://id.example.com/keys"),
                fault("cut", KeySetServer::cut, "the connection ended before the answer did"),
                fault("huge", server -> server.publish(TEN_MIB), "it is larger than 1 MiB; check the URL"),
                fault("silent", KeySetServer::hang, "it did not answer within 300 ms"),
                fault("endless", KeySetServer::drip, "it did not answer within 300 ms"),
                fault("refused", KeySetServer::close, "nothing accepts connections there"),
                fault(
                        "discovery",
                        server -> server.publish("{\"issuer\":\"x\",\"jwks_uri\":\"https://id.example.com/jwks\"}"),
                        "use the URL that stands there as jwks_uri, https://id.example.com/jwks"),
                fault(
                        "page",
                        server -> server.publish("<html>Sign in</html>"),
                        "it answers something that is neither a key set"),
                fault("text", server -> server.publish("\"keys\""), "it answers something that is neither a key set"),
                fault(
                        "no list",
                        server -> server.publish("{\"keys\":{}}"),
                        "it answers something that is neither a key set"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void shouldSayWhatIsWrong(String what, Consumer<KeySetServer> fault, String sentence) {
        fault.accept(server);
        var patience = sentence.contains("300 ms") ? SOON : Patience.LIMIT;

        assertThatThrownBy(() -> ask(server.url(), patience))
                .isInstanceOf(KeySetFault.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void shouldSayThatANameIsNotKnown() {
        assertThatThrownBy(() -> ask("http://keys.invalid/set", Patience.LIMIT))
                .isInstanceOf(KeySetFault.class)
                .hasMessageContaining("the name of its host is not known");
    }

    @Test
    void shouldTrustAnAuthorityOfOnesOwn(@TempDir Path directory) throws Exception {
        var own = Certificates.create(directory, "ip:127.0.0.1");
        var pem = Files.writeString(directory.resolve("ca.pem"), own.pem());
        try (var secure = KeySetServer.start(own.context())) {
            secure.publish(SET);

            assertThat(had(secure.url())).isFalse();
            certificates = Optional.of(pem.toString());
            assertThat(had(secure.url())).isTrue();
            certificates = Optional.empty();
            library.setTlsCertificatePath(pem.toString());
            assertThat(had(secure.url())).isTrue();
        }
        assertThat(count("certificate")).isOne();
        assertThat(count("success")).isEqualTo(2);
    }

    @Test
    void shouldNotTakeACertificateForAnotherHost(@TempDir Path directory) throws Exception {
        var own = Certificates.create(directory, "dns:other.test");
        certificates = Optional.of(
                Files.writeString(directory.resolve("ca.pem"), own.pem()).toString());
        try (var secure = KeySetServer.start(own.context())) {
            secure.publish(SET);

            assertThat(had(secure.url())).isFalse();
        }
        assertThat(count("certificate")).isOne();
    }

    @Test
    void shouldAskThroughAProxy() {
        server.publish(SET);

        proxy = Optional.of("http://127.0.0.1:" + server.port());
        assertThat(had("http://keys.invalid/set")).isTrue();
        proxy = Optional.empty();
        library.setHttpProxyHost("127.0.0.1");
        library.setHttpProxyPort(server.port());
        assertThat(had("http://keys.invalid/set")).isTrue();
        assertThat(server.asked()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"proxy:3128", "socks5://proxy:1080", "https://proxy", "http://user:secret@proxy", "http://", " "
            })
    void shouldRefuseAProxyThatCannotBeOne(String text) {
        proxy = Optional.of(text);

        assertThatThrownBy(() -> had(server.url()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("custom-actions.identity.key-set.proxy cannot be \"" + text + "\"");
    }

    @Test
    void shouldRefuseAFileThatHoldsNoCertificates(@TempDir Path directory) throws Exception {
        var file = Files.writeString(directory.resolve("ca.pem"), "nothing");

        certificates = Optional.of(file.toString());
        assertThatThrownBy(() -> had(server.url())).hasMessageContaining("holds no certificates (PEM)");
        certificates = Optional.of(file + ".missing");
        assertThatThrownBy(() -> had(server.url())).hasMessageContaining("cannot be read");
    }

    private VerificationKeys ask(String url, Duration timeout) {
        return new KeySetUrl(url, VERTX, new HttpClientOptions(), timeout)
                .ask()
                .await()
                .atMost(Patience.LIMIT);
    }

    /** Whether the service would have keys after its first look. */
    private boolean had(String url) {
        var before = metrics.getMeters().stream()
                .mapToDouble(meter -> meter.measure().iterator().next().getValue())
                .sum();
        var sets = new KeySets(VERTX, configuration(), metrics);
        try {
            var keys = sets.at(url, library);
            Patience.await()
                    .until(() -> metrics.getMeters().stream()
                                    .mapToDouble(meter ->
                                            meter.measure().iterator().next().getValue())
                                    .sum()
                            > before);
            keys.lookAgain().await().atMost(Patience.LIMIT);
            return keys.known().isPresent();
        } finally {
            sets.stop();
        }
    }

    private double count(String outcome) {
        return metrics.counter("custom_actions.key_set.fetches", "outcome", outcome)
                .count();
    }

    private KeySetConfiguration configuration() {
        return new KeySetConfiguration() {

            @Override
            public Optional<String> trustedCertificates() {
                return certificates;
            }

            @Override
            public Optional<String> proxy() {
                return proxy;
            }
        };
    }

    private static Arguments fault(String name, Consumer<KeySetServer> fault, String sentence) {
        return Arguments.of(name, fault, sentence);
    }
}
