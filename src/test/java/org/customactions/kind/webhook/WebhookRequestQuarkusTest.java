package org.customactions.kind.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.execution.Clicks;
import org.customactions.execution.Hook;
import org.customactions.support.Api;
import org.customactions.support.Planted;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WebhookRequestQuarkusTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clicks clicks = new Clicks();
    private final UUID organization = clicks.organization();
    private final Hook hook = Hook.start();

    @ParameterizedTest
    @CsvSource({"POST,POST", "PUT,PUT", "PATCH,PATCH", "GET,GET", "put,PUT", "Patch,PATCH"})
    void shouldCallOnceWithTheMethod(String configured, String sent) {
        click(Map.of("method", configured));

        assertThat(hook.request().getMethod().getName()).isEqualTo(sent);
    }

    @Test
    void shouldPostByDefault() {
        click(Map.of());

        assertThat(hook.request().getMethod().getName()).isEqualTo("POST");
    }

    @Test
    void shouldSendPathAndQueryAsWritten() {
        click(Map.of("url", hook.url() + "/a/b%2Fc;d=1?x=1&y=%20&z#fragment"));

        assertThat(hook.rest()).isEqualTo("/a/b%2Fc;d=1?x=1&y=%20&z");
    }

    @Test
    void shouldSendHeadersWithTheirTemplatesFilledIn() {
        click(Map.of(
                "headers",
                Map.of("Authorization", "Bearer " + Planted.text("0123456789"), "X-Contact", "of {{contact.name}}")));

        assertThat(hook.header("Authorization")).isEqualTo("Bearer " + Planted.text("0123456789"));
        assertThat(hook.header("X-Contact")).isEqualTo("of Ada");
    }

    @Test
    void shouldSendTheBodyWithItsTemplateFilledInAsJson() {
        click(Map.of("body", "{\"title\": \"Ticket of {{ contact.name }}\"}"));

        assertThat(hook.body()).isEqualTo("{\"title\": \"Ticket of Ada\"}");
        assertThat(hook.header("Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    void shouldSendContactUserAndOrganizationWhenTheBodyIsEmpty(String body) throws Exception {
        String contact = Api.createContact(
                        organization,
                        Map.of(
                                "name",
                                "Ada",
                                "profile_name",
                                "ada99",
                                "tags",
                                List.of("vip"),
                                "metadata",
                                Map.of("plan", Map.of("seats", 5))))
                .toString();
        String user = UUID.randomUUID().toString();
        String token = Tokens.agent(organization)
                .claim("user_id", user)
                .claim("name", "Grace")
                .claim("email", "grace@example.com")
                .claim("organization_name", "Acme")
                .sign();
        UUID action = Api.createAction(organization, "webhook", Map.of("url", hook.url(), "body", body));

        String execution = Api.execute(token, action, UUID.fromString(contact))
                .statusCode(200)
                .body("data.message", is("Webhook executed successfully"))
                .extract()
                .path("data.execution_id");

        assertThat(JSON.readTree(hook.body()))
                .isEqualTo(JSON.readTree("""
                {"contact":{"id":"%s","phone_number":"+1 555 0100","name":"Ada","profile_name":"ada99","tags":["vip"],
                "metadata":{"plan":{"seats":5}}},
                "user":{"id":"%s","name":"Grace","email":"grace@example.com","role":"agent"},
                "organization":{"id":"%s","name":"Acme"},
                "action":{"id":"%s","name":"Action"},"execution_id":"%s"}""".formatted(contact, user, organization, action, execution)));
        assertThat(hook.header("Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"never\":\"sent\"}"})
    void shouldSendNoBodyWithGet(String body) {
        click(Map.of("method", "GET", "body", body));

        assertThat(hook.request().getBody()).isEmpty();
        assertThat(hook.request().containsHeader("Content-Type")).isFalse();
        assertThat(hook.request().containsHeader("Transfer-Encoding")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Type", "content-type"})
    void shouldSendTheContentTypeThatAHeaderNames(String name) {
        click(Map.of("headers", Map.of(name, "text/csv; header=absent"), "body", "for {{contact.name}}"));

        assertThat(hook.request().getHeaders().getHeader("Content-Type").values())
                .containsExactly("text/csv; header=absent");
        assertThat(hook.body()).isEqualTo("for Ada");
    }

    @Test
    void shouldCallAgainForEachClick() {
        UUID contact = Api.createContact(organization, Map.of());
        UUID action = Api.createAction(organization, "webhook", Map.of("url", hook.url()));

        Api.execute(Tokens.agent(organization).sign(), action, contact).statusCode(200);
        Api.execute(Tokens.agent(organization).sign(), action, contact).statusCode(200);

        assertThat(hook.requests()).hasSize(2);
    }

    @Test
    void shouldNotSendTheCallersToken() {
        click(Map.of());

        assertThat(hook.request().containsHeader("Authorization")).isFalse();
    }

    @Test
    void shouldSendATabThatAHeaderWasSavedWith() {
        click(Map.of("headers", Map.of("X-Columns", "a\tb")));

        assertThat(hook.header("X-Columns")).isEqualTo("a\tb");
    }

    private void click(Map<String, Object> config) {
        clicks.webhook(hook, config).body("data.message", is("Webhook executed successfully"));
    }
}
