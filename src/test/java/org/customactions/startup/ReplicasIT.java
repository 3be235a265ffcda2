package org.customactions.startup;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Concurrently;
import org.customactions.support.ForgedTokens;
import org.customactions.support.Full;
import org.customactions.support.LoggedRecord;
import org.customactions.support.PackagedService;
import org.customactions.support.Patience;
import org.customactions.support.Receiver;
import org.customactions.support.SigningKeys;
import org.customactions.support.TestDatabase;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two copies of the service that start at once on one new database and verify tokens with a key set. */
@Full
class ReplicasIT {

    private static final TestDatabase DATABASE = TestDatabase.createDatabase();
    private static final UUID ORGANIZATION = UUID.randomUUID();
    private static final Pattern DELETED = Pattern.compile("Deleted (\\d+) executions");

    private static final Map<String, String> ENVIRONMENT = new HashMap<>(DATABASE.environment());

    private static Receiver receiver;
    private static PackagedService one;
    private static PackagedService other;

    private final String manager = Tokens.manager(ORGANIZATION).sign();

    @BeforeAll
    static void start() {
        receiver = Receiver.start();
        ENVIRONMENT.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", SigningKeys.jwksLocation().toString());
        ENVIRONMENT.put("CUSTOM_ACTIONS_DATABASE_CLEANING_INTERVAL", "0.1S");
        ENVIRONMENT.put("CUSTOM_ACTIONS_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.0/8");
        one = PackagedService.start(ENVIRONMENT);
        other = PackagedService.start(ENVIRONMENT);
        one.awaitReady();
        other.awaitReady();
    }

    @AfterAll
    static void stop() {
        Stream.of(one, other).forEach(PackagedService::close);
        receiver.close();
    }

    @Test
    void shouldAnswerAlike() {
        var action = createAction("url", "https://example.com/alike");

        var fromOne = as(one, manager).get("/api/custom-actions/{id}", action);
        var fromOther = as(other, manager).get("/api/custom-actions/{id}", action);

        fromOne.then().statusCode(200).body("data.id", equalTo(action));
        assertThat(fromOther.asString()).isEqualTo(fromOne.asString());
        assertThat(fromOther.header("ETag")).isEqualTo(fromOne.header("ETag"));
        assertThat(etag(other)).isEqualTo(etag(one));
    }

    /** Also if the other has just answered with the list. */
    @Test
    void shouldListAtOnceWhatTheOtherReplicaHasChanged() {
        var action = createAction("url", "https://example.com/changed");
        var agent = Tokens.agent(ORGANIZATION).sign();

        for (int change = 0; change < 50; change++) {
            var name = "Change " + change;
            var writer = change % 2 == 0 ? one : other;
            as(writer, manager)
                    .body(Map.of("name", name))
                    .put("/api/custom-actions/{id}", action)
                    .then()
                    .statusCode(200);
            for (var token : List.of(manager, agent)) {
                for (var reader : List.of(one, other)) {
                    as(reader, token)
                            .get("/api/custom-actions")
                            .then()
                            .body("data.custom_actions.find { it.id == '%s' }.name".formatted(action), equalTo(name));
                }
            }
        }
    }

    @Test
    void shouldFollowARedirectOfTheOtherReplicaOnce() {
        var path = redirectPath("https://example.com/elsewhere");

        var answers = List.of(
                Api.anonymous().baseUri(other.url()).get(path),
                Api.anonymous().baseUri(one.url()).get(path));

        answers.get(0).then().statusCode(302).header("Location", "https://example.com/elsewhere");
        answers.get(1).then().statusCode(404).body("error_type", equalTo("not_found"));
    }

    @Test
    void shouldLetOneOfManyFollowARedirectWhicheverReplicaTheyAsk() {
        var path = redirectPath("https://example.com/race");

        var statuses = Concurrently.times(
                24,
                Patience.LIMIT,
                i -> Api.anonymous()
                        .baseUri((i % 2 == 0 ? one : other).url())
                        .get(path)
                        .statusCode());

        assertThat(statuses)
                .containsOnlyOnce(302)
                .filteredOn(status -> status == 404)
                .hasSize(23);
    }

    /** Also of a replica that starts when it is all over. */
    @Test
    void shouldExecuteAClickWithAKeyOnceWhicheverReplicaIsAsked() {
        receiver.server().stubFor(post("/once").willReturn(okJson("{\"id\":7}").withFixedDelay(1_000)));
        var action = createAction("webhook", receiver.url("/once"));
        var contact = createContact();

        var answers =
                Concurrently.times(24, Patience.LIMIT, i -> clickWithAKey(i % 2 == 0 ? one : other, action, contact));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 409);
        assertThat(receiver.requests("/once")).hasSize(1);
        var answer = answers.stream().filter(click -> click.statusCode() == 200).findFirst();
        try (var later = PackagedService.startReady(ENVIRONMENT)) {
            assertThat(Stream.of(one, other, later)
                            .map(service ->
                                    clickWithAKey(service, action, contact).asString()))
                    .containsOnly(answer.orElseThrow().asString());
        }
        assertThat(receiver.requests("/once")).hasSize(1);
    }

    private Response clickWithAKey(PackagedService service, String action, UUID contact) {
        return as(service, manager)
                .header("Idempotency-Key", "key")
                .body(Map.of("contact_id", contact))
                .post("/api/custom-actions/{id}/execute", action);
    }

    @Test
    void shouldCreateWithAKeyOnceWhicheverReplicaIsAsked() {
        var key = UUID.randomUUID().toString();
        var body = Map.of("name", key, "action_type", "url", "config", Map.of("url", "https://example.com/"));

        var answers = Concurrently.times(
                12,
                Patience.LIMIT,
                i -> as(i % 2 == 0 ? one : other, manager)
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post("/api/custom-actions"));

        assertThat(answers).extracting(Response::statusCode).contains(201).containsOnly(201, 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(Response::asString)
                        .distinct())
                .hasSize(1);
        as(one, manager).get("/api/custom-actions?search=" + key).then().body("data.total", equalTo(1));
    }

    @Test
    void shouldDeleteOldExecutionsOnce() {
        var count = DATABASE.execute("""
                insert into custom_action_executions (id, created_at, lease_until, organization_id, action_id, action_type,
                    contact_id, user_id)
                select gen_random_uuid(), now() - interval '91 days', now() - interval '91 days', gen_random_uuid(),
                    gen_random_uuid(), 'url', gen_random_uuid(), 'u'
                from generate_series(1, 5000)
                """);

        await().until(() -> DATABASE.queryCount("select count(*) from custom_action_executions"
                        + " where created_at < now() - interval '90 days'")
                == 0);

        await().until(() -> deleted(one) + deleted(other) == count);
    }

    /** How many executions a service says that it deleted. */
    private static long deleted(PackagedService service) {
        return service.outputLines().stream()
                .map(DELETED::matcher)
                .filter(Matcher::find)
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .sum();
    }

    @Test
    void shouldVerifyTokensWithEveryKeyOfTheSet() {
        var elliptic = as(one, manager).get("/api/custom-actions");
        var rsa = as(one, Tokens.manager(ORGANIZATION).signRs256()).get("/api/custom-actions");

        elliptic.then().statusCode(200);
        rsa.then().statusCode(200);
    }

    static Stream<String> forged() {
        return ForgedTokens.all(ORGANIZATION).values().stream();
    }

    @ParameterizedTest
    @MethodSource("forged")
    void shouldRefuseForgedTokens(String token) {
        var answer = as(other, token).get("/api/custom-actions");

        answer.then().statusCode(401).body("error_type", equalTo("unauthorized"));
    }

    @Test
    void shouldLogTheIdOfARequestThatFails() {
        var broken = UUID.randomUUID();
        DATABASE.execute("""
                insert into custom_actions (id, created_at, updated_at, organization_id, name, icon,
                    action_type, config, is_active, display_order)
                values (?, now(), now(), ?, 'a', '', 'url',
                    (repeat('{"a":', 2000) || '1' || repeat('}', 2000))::jsonb, true, 0)
                """, broken, UUID.fromString("00000000-0000-4000-8000-000000000001"));
        var token = Tokens.manager(UUID.fromString("00000000-0000-4000-8000-000000000001"))
                .sign();

        var answer =
                as(one, token).header("X-Request-Id", "find-me-in-the-log").get("/api/custom-actions/{id}", broken);

        answer.then().statusCode(500).body("error_type", equalTo("internal_error"));
        assertThat(one.logged())
                .filteredOn(LoggedRecord::isError)
                .extracting(LoggedRecord::requestId)
                .containsExactly("find-me-in-the-log");
    }

    private static String etag(PackagedService service) {
        return as(service, Tokens.manager(ORGANIZATION).sign())
                .get("/api/custom-actions")
                .header("ETag");
    }

    private String redirectPath(String url) {
        return as(one, manager)
                .body(Map.of("contact_id", createContact()))
                .post("/api/custom-actions/{id}/execute", createAction("url", url))
                .then()
                .statusCode(200)
                .extract()
                .path("data.redirect_url");
    }

    private UUID createContact() {
        var contact = UUID.randomUUID();
        as(one, manager)
                .body(Map.of("phone_number", "1"))
                .put("/api/contacts/{id}", contact)
                .then()
                .statusCode(200);
        return contact;
    }

    private String createAction(String type, String url) {
        return as(one, manager)
                .body(Map.of("name", "Open", "action_type", type, "config", Map.of("url", url)))
                .post("/api/custom-actions")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    private static RequestSpecification as(PackagedService service, String token) {
        return Api.as(token).baseUri(service.url());
    }
}
