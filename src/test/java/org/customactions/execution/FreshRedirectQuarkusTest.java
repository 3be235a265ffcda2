package org.customactions.execution;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another way to the page of an execution. */
@QuarkusTest
class FreshRedirectQuarkusTest {

    private final UUID organization = UUID.randomUUID();
    private final String agent = Tokens.agent(organization).sign();
    private UUID contact;

    @BeforeEach
    void createContact() {
        contact = Api.createContact(organization, Map.of());
    }

    private static ValidatableResponse redirect(String token, String execution) {
        return Api.as(token)
                .post("/api/custom-actions/executions/{id}/redirect", execution)
                .then();
    }

    private String executed(String type, Map<String, Object> config) {
        return Api.execute(agent, Api.createAction(organization, type, config), contact)
                .statusCode(200)
                .extract()
                .path("data.execution_id");
    }

    private String clicked() {
        return executed("url", Map.of("url", "https://a.example/x"));
    }

    @Test
    void shouldLeadThereAgainAndRunNothing() {
        var hook = Hook.answering(okJson("{\"id\":7}"));
        var execution = executed(
                "webhook", Map.of("url", hook.url(), "result", Map.of("url", "https://a.example/{{response.id}}")));

        for (int i = 0; i < 2; i++) {
            String path = redirect(agent, execution)
                    .statusCode(200)
                    .body("data", aMapWithSize(1))
                    .extract()
                    .path("data.redirect_url");
            Api.anonymous().get(path).then().statusCode(302).header("Location", "https://a.example/7");
            Api.anonymous().get(path).then().statusCode(404);
        }
        assertThat(hook.requests()).hasSize(1);
    }

    @Test
    void shouldBeForWhoClickedOnly() {
        var execution = clicked();

        redirect(Tokens.manager(organization).sign(), execution).spec(Refusals.notFound());
        var sameUserElsewhere =
                Tokens.agent(UUID.randomUUID()).claim("sub", subject()).sign();
        redirect(sameUserElsewhere, execution).spec(Refusals.notFound());
        Api.anonymous()
                .post("/api/custom-actions/executions/{id}/redirect", execution)
                .then()
                .statusCode(401);
    }

    private String subject() {
        return ServiceResource.database()
                .queryValue(
                        String.class,
                        "select user_id from custom_action_executions where organization_id = ?",
                        organization);
    }

    @Test
    void shouldKnowNoOther() {
        redirect(agent, UUID.randomUUID().toString()).spec(Refusals.notFound());
        redirect(agent, "x").spec(Refusals.notFound());
        redirect(agent, executed("javascript", Map.of("code", "return {}"))).spec(Refusals.notFound());
    }

    @Test
    void shouldBeOverAfterAWhile() {
        var execution = clicked();
        ServiceResource.database()
                .execute(
                        "update execution_links set expires_at = now() where execution_id = ?",
                        UUID.fromString(execution));

        redirect(agent, execution).spec(Refusals.notFound());
    }
}
