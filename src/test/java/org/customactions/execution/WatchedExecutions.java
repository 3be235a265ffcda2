package org.customactions.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.customactions.support.Api;
import org.customactions.support.Metrics;
import org.customactions.support.Patience;
import org.customactions.support.Tokens;

/** Executions of an organization of the test's own, as operators see them: by a timer, and by a line in the log. */
final class WatchedExecutions implements AutoCloseable {

    private static final Pattern LINE =
            Pattern.compile("execution_id=(?<execution>\\S+) organization_id=(?<organization>\\S+)"
                    + " action_id=(?<action>\\S+) type=(?<type>\\S+) (?<outcome>outcome=\\S+ http_status=\\S+ detail=\\S+)"
                    + " duration_ms=\\d+");

    private final UUID organization = UUID.randomUUID();
    private final String token = Tokens.agent(organization).sign();
    private final Map<String, Object> contact;
    private final Metrics metrics;
    private final ExecutionLog log = new ExecutionLog(organization);

    /** @param contact fields of whom every action is executed for */
    WatchedExecutions(URI management, Map<String, Object> contact) {
        this.metrics = new Metrics(management);
        this.contact = contact;
    }

    UUID organization() {
        return organization;
    }

    String token() {
        return token;
    }

    Metrics metrics() {
        return metrics;
    }

    ExecutionLog log() {
        return log;
    }

    /** Executes a new action; the id of the execution. */
    String execute(String type, Map<String, ?> config) {
        return Api.execute(token, create(type, config), Api.createContact(organization, contact))
                .statusCode(200)
                .extract()
                .path("data.execution_id");
    }

    UUID create(String type, Map<String, ?> config) {
        return Api.createAction(organization, type, Map.copyOf(config));
    }

    UUID createContact() {
        return Api.createContact(organization, contact);
    }

    /**
     * One more execution that ended so is timed, and the one line that is logged meanwhile says so too.
     *
     * @param outcome code, status and detail as in the log, such as {@code success 200 -}
     * @param execution gives the id of the execution, or null where nobody is told it
     */
    void assertSeen(String type, String outcome, Supplier<String> execution) {
        var words = outcome.split(" ");
        var timer = "custom_actions_executions_seconds_count{outcome=\"%s\",type=\"%s\"}".formatted(words[0], type);
        var timed = metrics.value(timer);
        var logged = log.lines().size();

        var id = execution.get();

        Patience.await().until(() -> log.lines().size() > logged);
        assertThat(metrics.value(timer)).isEqualTo(timed + 1);
        assertThat(log.lines()).hasSize(logged + 1);
        var line = LINE.matcher(log.lines().get(logged));
        assertThat(line.matches()).as(log.lines().get(logged)).isTrue();
        assertThat(line.group("execution")).isEqualTo(id == null ? line.group("execution") : id);
        assertThat(line.group("organization")).isEqualTo(organization.toString());
        assertThat(UUID.fromString(line.group("action"))).isNotNull();
        assertThat(line.group("type")).isEqualTo(type);
        assertThat(line.group("outcome")).isEqualTo("outcome=%s http_status=%s detail=%s".formatted((Object[]) words));
    }

    @Override
    public void close() {
        log.close();
    }
}
