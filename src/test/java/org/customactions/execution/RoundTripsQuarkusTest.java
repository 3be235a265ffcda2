package org.customactions.execution;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Patience;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How often the service goes to the database and back, once every connection knows its statements. */
@QuarkusTest
class RoundTripsQuarkusTest {

    /** More than the pool has connections, each of which prepares a statement the first time. */
    private static final int MOST_TRIES = 60;

    private final UUID organization = UUID.randomUUID();
    private final String agent = Tokens.agent(organization).sign();

    static List<Arguments> kinds() {
        return List.of(
                Arguments.of("webhook", Map.of(), false),
                Arguments.of("webhook", Map.of("result", Map.of("url", "https://a.example/{{response.id}}")), true),
                Arguments.of("url", Map.of("url", "https://a.example/{{user.name}}/{{organization.name}}"), true),
                Arguments.of("javascript", Map.of("code", "return { url: 'https://a.example/' }"), true));
    }

    /** One reads what the execution needs and stores its row, one ends the row and stores the link. */
    @ParameterizedTest
    @MethodSource("kinds")
    void shouldExecuteInTwoRoundTrips(String type, Map<String, Object> config, boolean link) {
        UUID action = Api.createAction(organization, type, complete(type, config));
        UUID contact = Api.createContact(organization, Map.of());

        long roundTrips = fewest(
                2,
                () -> Api.execute(agent, action, contact)
                        .statusCode(200)
                        .body("data.success", is(true))
                        .body("data.open_in_new_tab", link ? is(true) : nullValue()));

        assertThat(roundTrips).isEqualTo(2);
    }

    /** The key is claimed by the first, and the answer kept by the second. */
    @Test
    void shouldExecuteWithAKeyInTwoRoundTrips() {
        var clicks = new KeyedClicks("url", Map.of("url", "https://a.example/"));

        long roundTrips = fewest(
                2, () -> clicks.click(UUID.randomUUID().toString()).then().statusCode(200));

        assertThat(roundTrips).isEqualTo(2);
    }

    /**
     * What waits to be sent is stored by the second. Looking for what is ready may already be a third; nobody waits for
     * it. Each is sent before the next is counted.
     */
    @Test
    void shouldAcceptInTwoRoundTrips() {
        var hook = Hook.answering(okJson("{}").withFixedDelay(300));
        UUID action = Api.createAction(organization, "webhook", Map.of("url", hook.url(), "background", true));
        UUID contact = Api.createContact(organization, Map.of());
        var fewest = Long.MAX_VALUE;

        for (int i = 0; i < MOST_TRIES && fewest > 3; i++) {
            fewest = Math.min(
                    fewest,
                    ServiceResource.databaseProxy()
                            .count(() -> Api.execute(agent, action, contact)
                                    .statusCode(200)
                                    .body("data.outcome", is("accepted"))));
            var sent = i + 1;
            Patience.await().until(() -> ended(action) == sent);
        }

        assertThat(fewest).isBetween(2L, 3L);
    }

    private static long ended(UUID action) {
        return ServiceResource.database()
                .queryCount("select count(*) from background_executions where action_id = ? and success", action);
    }

    /** What holds before it runs is read by the first, and the link is kept by the second. */
    @Test
    void shouldExecuteWithInputsInTwoRoundTrips() {
        var body = Map.of(
                "name",
                "Action",
                "action_type",
                "url",
                "config",
                Map.of("url", "https://a.example/{{input.reason}}"),
                "inputs",
                List.of(Map.of("name", "reason", "label", "Reason", "type", "text")),
                "visible_to",
                Map.of("roles", List.of("agent"), "tags", List.of("vip")));
        String action = Api.as(Tokens.manager(organization).sign())
                .body(body)
                .post("/api/custom-actions")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
        UUID contact = Api.createContact(organization, Map.of("tags", List.of("vip")));

        long roundTrips = fewest(
                2,
                () -> Api.as(agent)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(Map.of(
                                "contact_id", contact, "inputs", Map.of("reason", "late"), "context", Map.of("id", 1)))
                        .post("/api/custom-actions/{id}/execute", action)
                        .then()
                        .statusCode(200));

        assertThat(roundTrips).isEqualTo(2);
    }

    @Test
    void shouldListInOneRoundTrip() {
        Api.createAction(organization, "url", Map.of("url", "https://a.example/"));
        Api.createAction(organization, "url", Map.of("url", "https://b.example/"));

        long roundTrips = fewest(
                1,
                () -> Api.as(agent)
                        .get("/api/custom-actions?page=1&limit=1&search=a&is_active=true")
                        .then()
                        .statusCode(200)
                        .body("data.total", is(2)));

        assertThat(roundTrips).isEqualTo(1);
    }

    @Test
    void shouldRedirectInOneRoundTrip() {
        UUID action = Api.createAction(organization, "url", Map.of("url", "https://a.example/"));
        UUID contact = Api.createContact(organization, Map.of());

        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < MOST_TRIES && fewest > 1; i++) {
            String path = Api.execute(agent, action, contact).extract().path("data.redirect_url");
            fewest = Math.min(
                    fewest,
                    ServiceResource.databaseProxy()
                            .count(() -> Api.anonymous().get(path).then().statusCode(302)));
        }

        assertThat(fewest).isEqualTo(1);
    }

    /**
     * Statements that only warm a connection up, and the pool's own, come on top; so the fewest are the true number.
     */
    private static long fewest(long expected, Runnable call) {
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < MOST_TRIES && fewest > expected; i++) {
            fewest = Math.min(fewest, ServiceResource.databaseProxy().count(call));
        }
        return fewest;
    }

    private static Map<String, Object> complete(String type, Map<String, Object> config) {
        if (!type.equals("webhook")) {
            return config;
        }
        var complete = new HashMap<>(config);
        complete.put("url", Hook.answering(okJson("{\"id\":7}")).url());
        return complete;
    }
}
