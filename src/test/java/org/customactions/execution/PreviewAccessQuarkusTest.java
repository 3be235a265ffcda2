package org.customactions.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Bodies;
import org.customactions.support.Refusals;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may preview what, and that a preview does none of what it shows. */
@QuarkusTest
class PreviewAccessQuarkusTest {

    private final PreviewCalls previews = new PreviewCalls();
    private final Hook hook = Hook.start();

    @Test
    void shouldNotFindAContactThatIsUnknownOrOfAnotherOrganization() {
        var foreign = Api.createContact(UUID.randomUUID(), PreviewCalls.CONTACT);

        for (var contact : List.of(UUID.randomUUID(), foreign)) {
            previews.of("url", Map.of("url", "https://a.example/"), contact).spec(Refusals.notFound());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "supervisor"})
    void shouldForbidItToAgents(String role) {
        var token = Tokens.of(previews.organization()).claim("role", role).sign();

        var answer = Api.as(token)
                .body(PreviewCalls.body("webhook", Map.of("url", hook.url())))
                .post(PreviewCalls.PATH);

        answer.then().spec(Refusals.forbidden());
    }

    @Test
    void shouldNotAnswerStrangers() {
        Api.anonymous()
                .body(PreviewCalls.body("webhook", Map.of("url", hook.url())))
                .post(PreviewCalls.PATH)
                .then()
                .statusCode(401);
    }

    @Test
    void shouldSendAndStoreNothing() {
        var redirects = redirects();

        previews.of("webhook", Map.of("url", hook.url())).statusCode(200);
        previews.of("url", Map.of("url", hook.url())).statusCode(200);
        previews.of("javascript", Map.of("code", "return { url: '%s' }".formatted(hook.url())))
                .statusCode(200);

        assertThat(hook.requests()).isEmpty();
        assertThat(redirects()).isEqualTo(redirects);
        Api.as(previews.manager()).get("/api/custom-actions").then().body("data.custom_actions", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"action_type", "config"})
    void shouldRequireTypeAndConfig(String field) {
        var incomplete = Bodies.without(PreviewCalls.body("url", Map.of("url", "https://a.example/")), field);

        Api.as(previews.manager())
                .body(incomplete)
                .post(PreviewCalls.PATH)
                .then()
                .spec(Refusals.field(field, "required"));
    }

    @ParameterizedTest
    @CsvSource({"contact_id,none", "name,Action", "action_type,fax"})
    void shouldRefuseABadOrUnknownField(String field, String value) {
        var spoilt = Bodies.with(PreviewCalls.body("url", Map.of("url", "https://a.example/")), field, value);

        Api.as(previews.manager()).body(spoilt).post(PreviewCalls.PATH).then().spec(Refusals.field(field, ""));
    }

    private static long redirects() {
        return ServiceResource.database().queryCount("select count(*) from redirect_tokens");
    }
}
