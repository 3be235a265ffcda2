package org.customactions.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customactions.support.Api;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.customactions.text.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sandbox without a place says nothing about anybody's code. */
@QuarkusTest
class BusySandboxQuarkusTest {

    private static final Map<String, Object> CODE = Map.of("code", "return 1");

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private Busy busy;

    /** Answers as {@link ScriptWorkers} do where nothing is free. */
    @Vetoed
    private static final class Busy extends ScriptSandbox {

        private final ScriptOutcomes outcomes = new ScriptOutcomes(Duration.ofSeconds(1));
        private final JobEnd end;
        private final boolean checks;

        Busy(JobEnd end, boolean checks) {
            super(TestConfiguration.of(Duration.ofSeconds(1)).withoutStartAhead());
            this.end = end;
            this.checks = checks;
        }

        @Override
        public Uni<Optional<ScriptSyntaxError>> check(UUID organizationId, String code) {
            return Uni.createFrom().item(() -> checks ? Optional.empty() : outcomes.ofCheck(end));
        }

        @Override
        public Uni<ScriptRun> run(UUID organizationId, String code, JsonNode context, Region region) {
            return Uni.createFrom().item(() -> new ScriptRun(outcomes.ofRun(end), end.took()));
        }
    }

    private void sandboxIs(JobEnd end, boolean checks) {
        busy = new Busy(end, checks);
        QuarkusMock.installMockForType(busy, ScriptSandbox.class);
    }

    @AfterEach
    void close() {
        busy.close();
    }

    private long stored() {
        return ServiceResource.database()
                .queryCount("select count(*) from custom_actions where organization_id = ?", organization);
    }

    @ParameterizedTest
    @CsvSource({"false, 503, unavailable", "true, 429, too_many_requests"})
    void shouldNotSaveWhatNobodyChecked(boolean ofOwn, int status, String type) {
        sandboxIs(new JobEnd.NotRun(StopReasons.CROWDED, ofOwn), false);

        Api.as(manager)
                .body(Map.of("name", "Script", "action_type", "javascript", "config", CODE))
                .post("/api/custom-actions")
                .then()
                .statusCode(status)
                .header("Retry-After", notNullValue())
                .body("error_type", is(type))
                .body("message", startsWith("The code could not be checked"));
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"false, 503", "true, 429"})
    void shouldSayWhenItCouldNotBePreviewed(boolean ofOwn, int status) {
        for (var checks : new boolean[] {false, true}) {
            sandboxIs(new JobEnd.NotRun(StopReasons.CROWDED, ofOwn), checks);

            Api.as(manager)
                    .body(Map.of("action_type", "javascript", "config", CODE))
                    .post("/api/custom-actions/preview")
                    .then()
                    .statusCode(status)
                    .header("Retry-After", notNullValue());
            busy.close();
        }
    }

    @Test
    void shouldStillAnswerAClick() {
        sandboxIs(new JobEnd.NotRun(StopReasons.CROWDED, false), true);
        var action = Api.createAction(organization, "javascript", CODE);

        Api.execute(manager, action, Api.createContact(organization, Map.of()))
                .statusCode(200)
                .body("data.success", is(false))
                .body("data.message", is("JavaScript stopped: " + StopReasons.CROWDED));
    }
}
