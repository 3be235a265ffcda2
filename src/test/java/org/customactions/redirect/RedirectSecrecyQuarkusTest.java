package org.customactions.redirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.customactions.support.Api;
import org.customactions.support.Metrics;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A redirect's token is in its answer alone: in no log, and in the database only as a hash. */
@QuarkusTest
class RedirectSecrecyQuarkusTest {

    private static final String PATH = "/api/custom-actions/redirect/";
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger SERVICE = Logger.getLogger("org.customactions");

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final Recorder logs = new Recorder();
    private Level level;

    @BeforeEach
    void recordLogs() {
        ROOT.addHandler(logs);
        level = SERVICE.getLevel();
        SERVICE.setLevel(Level.ALL);
    }

    @AfterEach
    void stopRecording() {
        SERVICE.setLevel(level);
        ROOT.removeHandler(logs);
    }

    @Test
    void shouldStoreOnlyTheHashOfAToken() {
        String path = issue();
        String token = path.substring(PATH.length());

        List<String> stored = everythingStored();

        assertThat(stored).noneMatch(row -> row.contains(token));
        assertThat(stored)
                .filteredOn(row -> row.contains(RedirectQuarkusTest.hash(path)))
                .hasSize(1);
    }

    @Test
    void shouldForgetAUsedTokenAltogether() {
        String path = issue();

        Api.anonymous().get(path).then().statusCode(302);

        assertThat(everythingStored()).noneMatch(row -> row.contains(RedirectQuarkusTest.hash(path)));
    }

    /** That nothing was logged proves something only where what is logged is recorded. */
    @Test
    void shouldRecordLogs() {
        SERVICE.fine("a line");

        assertThat(logs.lines).anyMatch(line -> line.contains("a line"));
    }

    @Test
    void shouldLogNoTokenThatIsIssuedUsedSpentOrAskedForWrongly() {
        String path = issue();
        String token = path.substring(PATH.length());

        Api.anonymous().head(path);
        Api.anonymous().post(path);
        Api.anonymous().get(path + "/more");
        Api.anonymous().get(path).then().statusCode(302);
        Api.anonymous().get(path).then().statusCode(404);

        assertThat(logs.lines).filteredOn(line -> line.contains(token)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PUT,405", "HEAD,405", "GET,302"})
    void shouldLabelNoMetricWithAToken(String method, int status) {
        var path = issue();
        var token = path.substring(PATH.length());
        var metrics = new Metrics(management);

        Api.anonymous().request(method, path).then().statusCode(status);

        await().until(() -> metrics.lines().stream()
                .anyMatch(line -> line.contains("uri=\"/api/custom-actions/redirect/{token}\"")
                        && line.contains("method=\"%s\"".formatted(method))));
        assertThat(metrics.lines()).noneMatch(line -> line.contains(token));
    }

    @Test
    void shouldLogNoTokenWhenTheDatabaseIsAway() {
        String path = issue();
        String token = path.substring(PATH.length());

        ServiceResource.databaseProxy().cut();
        try {
            Api.anonymous().get(path).then().statusCode(503).body("error_type", is("unavailable"));
        } finally {
            ServiceResource.databaseProxy().restore();
        }

        assertThat(logs.lines).isNotEmpty();
        assertThat(logs.lines).filteredOn(line -> line.contains(token)).isEmpty();
    }

    private static String issue() {
        UUID organization = UUID.randomUUID();
        UUID action = Api.createAction(organization, "url", Map.of("url", "https://crm.example.com/"));
        UUID contact = Api.createContact(organization, Map.of());
        return Api.execute(Tokens.agent(organization).sign(), action, contact)
                .statusCode(200)
                .extract()
                .path("data.redirect_url");
    }

    private static List<String> everythingStored() {
        return ServiceResource.database()
                .query("select table_name from information_schema.tables where table_schema = 'public'")
                .stream()
                .flatMap(table ->
                        ServiceResource.database()
                                .query("select t::text from \"%s\" t".formatted(table.get("table_name")))
                                .stream())
                .map(row -> String.valueOf(row.values().iterator().next()))
                .toList();
    }

    private static final class Recorder extends Handler {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord record) {
            var logged = ExtLogRecord.wrap(record);
            lines.add(logged.getFormattedMessage() + " " + logged.getMdcCopy() + " " + logged.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
