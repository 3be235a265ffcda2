package org.customactions.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who the caller is, as actions see it. */
@QuarkusTest
class CallerVariablesQuarkusTest {

    private final UUID organization = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private UUID action;
    private UUID contact;

    @BeforeEach
    void prepare() {
        action = Api.createAction(organization, "javascript", Map.of("code", "return { message: 'done' }"));
        contact = Api.createContact(organization, Map.of());
    }

    @Test
    void shouldTakeEverythingFromTheToken() {
        storeDirectory();
        var token = token().claim("name", "Grace")
                .claim("full_name", "Grace Hopper")
                .claim("email", "grace@example.com")
                .claim("role", "captain")
                .claim("groups", List.of("navy"))
                .claim("organization_name", "Fleet");

        var context = contextOf(token);

        assertThat(context).isEqualTo(expected("Grace", "grace@example.com", "captain", "Fleet"));
    }

    @Test
    void shouldTakeTheSecondClaimWhereTheFirstIsMissing() {
        storeDirectory();
        var token = token().claim("full_name", "Grace Hopper").claim("groups", List.of("navy", "army"));

        var context = contextOf(token);

        assertThat(context).isEqualTo(expected("Grace Hopper", "ada@example.com", "navy", "Analytical Engines"));
    }

    @Test
    void shouldTakeTheRestFromTheDirectory() {
        storeDirectory();

        var context = contextOf(token());

        assertThat(context).isEqualTo(expected("Ada", "ada@example.com", "supervisor", "Analytical Engines"));
    }

    @Test
    void shouldBeAnAgentWithoutANameWhereNobodyKnowsTheUser() {
        var context = contextOf(token());

        assertThat(context).isEqualTo(expected("", "", "agent", ""));
    }

    private Map<String, Object> contextOf(Tokens token) {
        Map<String, Object> context = Api.execute(token.sign(), action, contact)
                .statusCode(200)
                .extract()
                .path("data.data.context");
        return Map.of("user", context.get("user"), "organization", context.get("organization"));
    }

    private Map<String, Object> expected(String name, String email, String role, String organizationName) {
        return Map.of(
                "user", Map.of("id", user.toString(), "name", name, "email", email, "role", role),
                "organization", Map.of("id", organization.toString(), "name", organizationName));
    }

    private Tokens token() {
        return Tokens.of(organization).claim("sub", user.toString());
    }

    private void storeDirectory() {
        ServiceResource.database()
                .execute("insert into organizations (id, name) values (?, 'Analytical Engines')", organization);
        ServiceResource.database().execute("""
                        insert into users (id, organization_id, email, full_name, role)
                        values (?, ?, 'ada@example.com', 'Ada', 'supervisor')
                        """, user, organization);
    }
}
