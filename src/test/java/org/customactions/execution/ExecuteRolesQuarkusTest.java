package org.customactions.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ExecuteRolesQuarkusTest {

    private final UUID organization = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"admin", "manager", "agent", "supervisor", ""})
    void shouldLetAnyRoleExecute(String role) {
        Hook hook = Hook.start();
        UUID action = Api.createAction(organization, "webhook", Map.of("url", hook.url()));
        UUID contact = Api.createContact(organization, Map.of());
        Tokens token = Tokens.of(organization);

        Api.execute((role.isEmpty() ? token : token.claim("role", role)).sign(), action, contact)
                .statusCode(200)
                .body("data.success", is(true));

        assertThat(hook.requests()).hasSize(1);
    }
}
