package org.customactions.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who clicked, as the upstream reads it: what the token says, else what the directory's tables say. */
@QuarkusTest
class IdentityVariablesQuarkusTest {

    private final UUID organization = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private final Tokens token = Tokens.of(organization).claim("sub", user.toString());

    @Test
    void shouldTakeTheUserIdFromUserIdBeforeSub() {
        assertThat(sent("{{user.id}}", token.claim("user_id", "u-1"))).isEqualTo("u-1");
    }

    @Test
    void shouldTakeTheUserIdFromSub() {
        assertThat(sent("{{user.id}}", token)).isEqualTo(user.toString());
    }

    @Test
    void shouldTakeTheNameFromNameBeforeFullNameAndTheTable() {
        insertUser(organization, "grace@example.com", "Grace of the table", "manager");

        assertThat(sent("{{user.name}}", token.claim("name", "Grace").claim("full_name", "Grace Hopper")))
                .isEqualTo("Grace");
    }

    @Test
    void shouldTakeTheNameFromFullNameBeforeTheTable() {
        insertUser(organization, "grace@example.com", "Grace of the table", "manager");

        assertThat(sent("{{user.name}}", token.claim("full_name", "Grace Hopper")))
                .isEqualTo("Grace Hopper");
    }

    @Test
    void shouldTakeTheEmailFromItsClaimBeforeTheTable() {
        insertUser(organization, "table@example.com", "Grace", "manager");

        assertThat(sent("{{user.email}}", token.claim("email", "claim@example.com")))
                .isEqualTo("claim@example.com");
    }

    @Test
    void shouldTakeWhatTheTokenDoesNotSayFromTheTables() {
        insertUser(organization, "table@example.com", "Grace of the table", "supervisor");
        insertOrganization("Acme of the table");

        assertThat(sent("{{user.name}},{{user.email}},{{user.role}},{{organization.name}}", token))
                .isEqualTo("Grace of the table,table@example.com,supervisor,Acme of the table");
    }

    @Test
    void shouldFindTheTablesUserByUserIdBeforeSub() {
        insertUser(organization, "table@example.com", "Grace of the table", "supervisor");

        assertThat(sent(
                        "{{user.name}}",
                        token.claim("sub", UUID.randomUUID().toString()).claim("user_id", user.toString())))
                .isEqualTo("Grace of the table");
    }

    @Test
    void shouldTakeTheRoleFromRoleBeforeGroupsAndTheTable() {
        insertUser(organization, null, null, "supervisor");

        assertThat(sent("{{user.role}}", token.claim("role", "support").claim("groups", List.of("manager"))))
                .isEqualTo("support");
    }

    /** In any order but the one they were sent in, another of these would come first. */
    @ParameterizedTest
    @CsvSource({
        "'zulu,manager,admin,agent', manager",
        "'agent,zulu,admin', admin",
        "'manager,alpha,zulu,agent', manager",
        "'beta,alpha', beta",
        "'zulu,MANAGER', MANAGER"
    })
    void shouldTakeAManagersRoleOrElseTheFirstFromGroupsBeforeTheTable(String groups, String role) {
        insertUser(organization, null, null, "supervisor");

        assertThat(sent("{{user.role}}", token.claim("groups", List.of(groups.split(",")))))
                .isEqualTo(role);
    }

    @Test
    void shouldFallBackToAgentAndToNothing() {
        assertThat(sent("<{{user.name}}|{{user.email}}|{{user.role}}|{{organization.name}}>", token))
                .isEqualTo("<||agent|>");
    }

    @Test
    void shouldFallBackToAgentWhereTheTablesRoleIsEmpty() {
        insertUser(organization, null, "Grace", "");

        assertThat(sent("{{user.role}} {{user.name}}{{user.email}}", token)).isEqualTo("agent Grace");
    }

    @Test
    void shouldNotTakeAUserOfAnotherOrganizationFromTheTable() {
        insertUser(UUID.randomUUID(), "foreign@example.com", "Foreign", "manager");

        assertThat(sent("<{{user.name}}|{{user.email}}|{{user.role}}>", token)).isEqualTo("<||agent>");
    }

    @Test
    void shouldTakeTheOrganizationsNameFromItsClaimBeforeTheTable() {
        insertOrganization("Acme of the table");

        assertThat(sent("{{organization.name}}", token.claim("organization_name", "Acme")))
                .isEqualTo("Acme");
    }

    @Test
    void shouldTakeTheOrganizationsIdFromTheToken() {
        assertThat(sent("{{organization.id}}", token)).isEqualTo(organization.toString());
    }

    @Test
    void shouldGoWithoutTheTablesForAUserIdThatIsNoUuid() {
        insertUser(organization, "table@example.com", "Grace", "manager");

        assertThat(sent("<{{user.id}}|{{user.name}}|{{user.role}}>", token.claim("user_id", "auth0|7")))
                .isEqualTo("<auth0|7||agent>");
    }

    private String sent(String body, Tokens token) {
        Hook hook = Hook.start();
        UUID action = Api.createAction(
                organization,
                "webhook",
                Map.of("url", hook.url(), "headers", Map.of("Content-Type", "text/plain"), "body", body));
        UUID contact = Api.createContact(organization, Map.of());
        Api.execute(token.sign(), action, contact).statusCode(200).body("data.success", is(true));
        return hook.body();
    }

    private void insertUser(UUID organizationId, String email, String name, String role) {
        ServiceResource.database()
                .execute(
                        "insert into users (id, organization_id, email, full_name, role) values (?, ?, ?, ?, ?)",
                        user,
                        organizationId,
                        email,
                        name,
                        role);
    }

    private void insertOrganization(String name) {
        ServiceResource.database().execute("insert into organizations (id, name) values (?, ?)", organization, name);
    }
}
