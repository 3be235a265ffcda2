package org.customactions.history;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.execution.Hook;
import org.customactions.support.Api;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** What is kept of what a webhook sent and got back. */
@QuarkusTest
class ExchangeQuarkusTest {

    private static final String PATH = "/api/custom-actions/executions/{id}";

    private final History history = new History();

    @Test
    void shouldKeepWhatAFailedWebhookSentAndGotBack() {
        var hook = Hook.answering(
                aResponse().withStatus(422).withBody("{\"error\":\"no plan\"}").withHeader("X-Reason", "plan"));
        var execution = execute(hook, Map.of("body", "{\"name\":\"{{contact.name}}\"}", "method", "PUT"));

        details(execution)
                .body("data.id", is(execution))
                .body("data.outcome", is("upstream_status"))
                .body("data.user_name", nullValue())
                .body("data.exchange.request.method", is("PUT"))
                .body("data.exchange.request.url", is(hook.url()))
                .body("data.exchange.request.headers.Content-Type", is("application/json"))
                .body("data.exchange.request.body", is("{\"name\":\"Ada\"}"))
                .body("data.exchange.response.status", is(422))
                .body("data.exchange.response.headers.x-reason", is("plan"))
                .body("data.exchange.response.body", is("{\"error\":\"no plan\"}"))
                .body("data.exchange.response.truncated", is(false))
                .body("data.exchange.timing.total_ms", allOf(greaterThanOrEqualTo(0), lessThan(30_000)))
                .body("data.exchange.timing.first_byte_ms", greaterThanOrEqualTo(0))
                .body("data.exchange.timing.tls_ms", is(0))
                .body("data.exchange.address", is("127.0.0.1"));
    }

    @Test
    void shouldKeepWhatWasSentIfNothingCameBack() {
        var action = history.createAction("webhook", Map.of("url", "http://127.0.0.1:1/x"));
        String execution = history.execute(action).extract().path("data.execution_id");

        details(execution)
                .body("data.exchange.request.url", is("http://127.0.0.1:1/x"))
                .body("data.exchange", not(hasKey("response")))
                .body("data.exchange.timing.first_byte_ms", nullValue())
                .body("data.exchange.address", is("127.0.0.1"));
    }

    @Test
    void shouldKeepTheBeginningsOfLongBodies() {
        var hook = Hook.answering(aResponse().withStatus(500).withBody("é".repeat(20_000)));
        var execution =
                execute(hook, Map.of("headers", Map.of("Content-Type", "text/plain"), "body", "x".repeat(20_000)));

        var told = details(execution)
                .body("data.exchange.response.truncated", is(true))
                .extract();

        assertThat(told.<String>path("data.exchange.request.body")).isEqualTo("x".repeat(16 * 1024));
        assertThat(told.<String>path("data.exchange.response.body")).isEqualTo("é".repeat(8 * 1024));
    }

    @Test
    void shouldKeepNoBytesThatAreNoText() {
        var hook = Hook.answering(aResponse().withStatus(500).withBody(new byte[] {(byte) 0xff, 0, 1}));

        details(execute(hook, Map.of())).body("data.exchange.response.body", nullValue());
    }

    @Test
    void shouldKeepNothingOfWhatSucceeded() {
        var execution = execute(Hook.answering(okJson("{}")), Map.of());

        details(execution).body("data.success", is(true)).body("data", not(hasKey("exchange")));
    }

    @Test
    void shouldEncryptItForItsExecutionAlone() {
        var execution = execute(failing(), Map.of("body", "{\"mark\":\"plain-mark\"}"));
        var other = execute(failing(), Map.of());

        assertThat(ServiceResource.database()
                        .queryCount(
                                "select count(*) from execution_exchanges where execution_id = ?"
                                        + " and position('plain-mark'::bytea in exchange) = 0",
                                UUID.fromString(execution)))
                .isEqualTo(1);
        ServiceResource.database().execute("""
                update execution_exchanges set exchange = (
                    select exchange from execution_exchanges where execution_id = ?) where execution_id = ?
                """, UUID.fromString(execution), UUID.fromString(other));
        details(other).body("data", not(hasKey("exchange")));
        details(execution).body("data", hasKey("exchange"));
    }

    @Test
    void shouldShowItToManagersOfTheOrganizationForAWeek() {
        var execution = execute(failing(), Map.of());

        Api.as(history.agent()).get(PATH, execution).then().spec(Refusals.forbidden());
        Api.as(Tokens.manager(UUID.randomUUID()).sign())
                .get(PATH, execution)
                .then()
                .spec(Refusals.notFound());
        Api.as(history.manager()).get(PATH, "x").then().spec(Refusals.notFound());
        ServiceResource.database()
                .execute(
                        "update execution_exchanges set created_at = now() - interval '7 days 1 minute' where execution_id = ?",
                        UUID.fromString(execution));
        details(execution).body("data", not(hasKey("exchange")));
    }

    @Test
    void shouldMakeRoomByDeletingTheOldestOfTheOrganization() {
        var stranger = new History();
        for (var organization : List.of(history.organization(), stranger.organization())) {
            ServiceResource.database().execute("""
                    insert into execution_exchanges (execution_id, organization_id, created_at, key_id, exchange)
                    select gen_random_uuid(), ?, now() - make_interval(mins => i), 'k',
                        decode(repeat('00', 1024 * 1024), 'hex')
                    from generate_series(1, 40) i
                    """, organization);
        }

        var execution = execute(failing(), Map.of());

        details(execution).body("data", hasKey("exchange"));
        var kept = ServiceResource.database().query("""
                select count(*) as number, sum(bytes) as bytes, min(created_at) > now() - interval '32 minutes' as newest
                from execution_exchanges where organization_id = ?
                """, history.organization()).get(0);
        assertThat(kept.get("number")).isEqualTo(32L);
        assertThat((long) kept.get("bytes")).isLessThanOrEqualTo(32 * 1024 * 1024);
        assertThat(kept.get("newest")).isEqualTo(true);
        assertThat(ServiceResource.database()
                        .queryCount(
                                "select count(*) from execution_exchanges where organization_id = ?",
                                stranger.organization()))
                .isEqualTo(40);
    }

    private static Hook failing() {
        return Hook.answering(aResponse().withStatus(500));
    }

    private String execute(Hook hook, Map<String, Object> fields) {
        var config = new HashMap<String, Object>(fields);
        config.put("url", hook.url());
        return history.execute(history.createAction("webhook", config))
                .extract()
                .path("data.execution_id");
    }

    private ValidatableResponse details(String execution) {
        return Api.as(history.manager()).get(PATH, execution).then().statusCode(200);
    }
}
