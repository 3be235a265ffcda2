package org.customactions.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.customactions.identity.keys.KeySetServer;
import org.customactions.identity.keys.ProviderKeys;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.Pace;
import org.customactions.support.PackagedService;
import org.customactions.support.Patience;
import org.customactions.support.TestDatabase;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service with a key set behind a URL, whose server is down when it starts, and much besides. */
@Full
class KeySetIT {

    private static final UUID ORGANIZATION = UUID.randomUUID();
    private static final int STRANGERS = 200;

    private static KeySetServer provider;
    private static PackagedService service;

    @BeforeAll
    static void start() throws IOException {
        provider = KeySetServer.start();
        provider.fail(503);
        var environment = new HashMap<>(TestDatabase.createDatabase().environment());
        environment.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", provider.url());
        environment.put("MP_JWT_VERIFY_CLOCK_SKEW", "0");
        environment.put("CUSTOM_ACTIONS_IDENTITY_REFUSED_CLAIMS", "jti,sub=ws");
        service = PackagedService.startReady(environment);
    }

    @AfterAll
    static void stop() {
        service.close();
        provider.close();
    }

    @Test
    void shouldGetThroughALifeOfKeys() {
        var kinds = Stream.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
                .map(algorithm -> ProviderKeys.create(algorithm, algorithm))
                .toList();
        var first = kinds.get(6);

        expectUnavailable(list(first.sign(token())));
        provider.publish(ProviderKeys.set(kinds.toArray(ProviderKeys[]::new)));
        awaitAccepted(first);
        kinds.forEach(key -> assertThat(list(key.sign(token())).statusCode())
                .as(key.algorithm())
                .isEqualTo(200));
        refuseWhatIsForAnotherPurpose(first);

        var strangers = System.nanoTime();
        var before = provider.asked();
        knockAsStrangers();
        assertThat(provider.asked() - before)
                .isLessThanOrEqualTo((int) (Pace.since(strangers).toSeconds() / 10) + 1);

        var rotated = ProviderKeys.create("ES256", "rotated");
        provider.publish(ProviderKeys.set(first, rotated));
        awaitAccepted(rotated);

        for (var fault : List.<Runnable>of(() -> provider.fail(500), provider::hang, () -> provider.publish("{}"))) {
            fault.run();
            list(ProviderKeys.create("ES256", "unknown").sign(token())).then().statusCode(401);
            list(rotated.sign(token())).then().statusCode(200);
        }
    }

    private static void expectUnavailable(Response answer) {
        answer.then().statusCode(503).header("Retry-After", equalTo("10")).body("error_type", equalTo("unavailable"));
        assertThat(service.outputLines())
                .filteredOn(line -> line.contains("cannot be had"))
                .singleElement()
                .asString()
                .contains("it answers with status 503", "requests are answered with 503");
    }

    private static void awaitAccepted(ProviderKeys key) {
        Patience.await()
                .pollInterval(Duration.ofMillis(500))
                .until(() -> list(key.sign(token())).statusCode() == 200);
    }

    private static void refuseWhatIsForAnotherPurpose(ProviderKeys key) {
        list(key.sign(token().claim("jti", "1")))
                .then()
                .statusCode(401)
                .body(
                        "message",
                        equalTo(
                                "The bearer token is for another purpose: it has the claim jti, which is refused here"));
        list(key.sign(token().claim("sub", "ws"))).then().statusCode(401);
        list(key.sign(token().claim("iat", 1).expiresIn(Duration.ofSeconds(-1))))
                .then()
                .statusCode(401);
    }

    private static void knockAsStrangers() {
        var stranger = ProviderKeys.create("ES256", "stranger");
        for (var i = 0; i < STRANGERS; i++) {
            list(stranger.sign(token())).then().statusCode(401);
        }
    }

    private static Response list(String token) {
        return Api.as(token).baseUri(service.url()).get("/api/custom-actions");
    }

    private static Tokens token() {
        return Tokens.manager(ORGANIZATION);
    }
}
