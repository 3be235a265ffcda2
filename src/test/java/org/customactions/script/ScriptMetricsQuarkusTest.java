package org.customactions.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.Metrics;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.Test;

/** What operators see of script processes. */
@QuarkusTest
class ScriptMetricsQuarkusTest {

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final UUID organization = UUID.randomUUID();

    @Test
    void shouldTellThatAPlainJavaRuntimeInterprets() {
        click("return 1");

        assertThat(value("custom_actions_script_runtime{kind=\"interpreting\"}"))
                .isEqualTo(1);
        assertThat(value("custom_actions_script_runtime{kind=\"optimizing\"}")).isZero();
    }

    @Test
    void shouldCountProcessesThatAScriptCost() {
        click("return 1");
        assertThat(value("custom_actions_script_processes{state=\"idle\"}")).isPositive();
        var before = value("custom_actions_script_processes_lost_total");

        click("const down = () => { try { down(); } finally { down(); } }; down();");

        assertThat(value("custom_actions_script_processes_lost_total")).isGreaterThan(before);
        assertThat(value("custom_actions_script_waiting")).isZero();
    }

    private void click(String code) {
        var action = Api.createAction(organization, "javascript", Map.of("code", code));
        var contact = Api.createContact(organization, Map.of());
        Api.execute(Tokens.agent(organization).sign(), action, contact).statusCode(200);
    }

    private double value(String series) {
        return new Metrics(management).value(series);
    }
}
