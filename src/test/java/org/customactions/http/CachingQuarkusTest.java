package org.customactions.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing keeps an answer that holds secrets or customers' data. */
@QuarkusTest
class CachingQuarkusTest {

    private static final String ACTIONS = "/api/custom-actions";
    private static final String NO_STORE = "no-store";

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private final String agent = Tokens.agent(organization).sign();
    private UUID action;
    private UUID contact;

    @BeforeEach
    void createBoth() {
        action = Api.createAction(organization, "url", Map.of("url", "https://a.example/"));
        contact = Api.createContact(organization, Map.of());
    }

    private static String caching(Response answer) {
        assertThat(answer.statusCode()).isIn(200, 304);
        return answer.header("Cache-Control");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ACTIONS,
                ACTIONS + "/{action}",
                ACTIONS + "/{action}/executions",
                ACTIONS + "/{action}/changes",
                "/api/contacts",
                "/api/contacts/{contact}",
                "/api/secrets"
            })
    void shouldLetNothingKeepWhatAManagerReads(String path) {
        var answer = Api.as(manager)
                .get(path.replace("{action}", action.toString()).replace("{contact}", contact.toString()));

        assertThat(caching(answer)).isEqualTo(NO_STORE);
    }

    @Test
    void shouldLetNothingKeepTheAnswerToAClickOrAPreview() {
        var click = Api.as(agent).body(Map.of("contact_id", contact)).post(ACTIONS + "/{id}/execute", action);
        var preview = Api.as(manager)
                .body(Map.of("action_type", "url", "config", Map.of("url", "https://a.example/")))
                .post(ACTIONS + "/preview");

        assertThat(caching(click)).isEqualTo(NO_STORE);
        assertThat(caching(preview)).isEqualTo(NO_STORE);
    }

    @Test
    void shouldLetPagesWithButtonsKeepTheirListAndAskWhetherItChanged() {
        var first = Api.as(agent).get(ACTIONS);

        var again = Api.as(agent).header("If-None-Match", first.header("ETag")).get(ACTIONS);

        assertThat(caching(first)).isEqualTo("private, no-cache");
        assertThat(caching(again)).isEqualTo("private, no-cache");
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void shouldStillTellAManagerThatAListHasNotChanged() {
        var tag = Api.as(manager).get(ACTIONS).header("ETag");

        var again = Api.as(manager).header("If-None-Match", tag).get(ACTIONS);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(caching(again)).isEqualTo(NO_STORE);
    }
}
