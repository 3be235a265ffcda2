package org.customactions.kind.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.customactions.execution.QuickCircuits;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** What is left of JavaScript actions where an operator has turned them off. */
@Full
@QuarkusTest
@TestProfile(QuickCircuits.class)
class ScriptsTurnedOffQuarkusTest {

    private static final String OFF = "JavaScript actions are turned off on this server";
    private static final Map<String, Object> CONFIG = Map.of("code", "return 1");

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();

    @Test
    void shouldRefuseToSaveAndToPreview() {
        var action = Map.of("name", "Script", "action_type", "javascript", "config", CONFIG);

        for (var path : new String[] {"/api/custom-actions", "/api/custom-actions/preview"}) {
            Api.as(manager)
                    .body(
                            "/api/custom-actions".equals(path)
                                    ? action
                                    : Map.of("action_type", "javascript", "config", CONFIG))
                    .post(path)
                    .then()
                    .statusCode(400)
                    .body("message", equalTo(OFF))
                    .body("errors.field", contains("action_type"));
        }
    }

    @Test
    void shouldShowAStoredActionAndNotExecuteIt() {
        var contact = Api.createContact(organization, Map.of());
        var action = Api.createAction(organization, "url", Map.of("url", "https://example.com/"));
        ServiceResource.database()
                .execute(
                        "update custom_actions set action_type = 'javascript', config = '{\"code\":\"return 1\"}' where id = ?",
                        action);

        Api.as(manager).get("/api/custom-actions/{id}", action).then().body("data.config.code", equalTo("return 1"));
        Api.execute(manager, action, contact)
                .statusCode(200)
                .body("data.success", is(false))
                .body("data.message", equalTo(OFF));
        assertThat(ProcessHandle.current().children())
                .noneMatch(child -> child.info()
                        .commandLine()
                        .orElse("")
                        .contains("org.customactions.script.process.ScriptProcess"));
    }
}
