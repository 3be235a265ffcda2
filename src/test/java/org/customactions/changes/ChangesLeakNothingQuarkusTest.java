package org.customactions.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Bodies;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The trail of a webhook's config: fields one by one, and never a secret. */
@QuarkusTest
class ChangesLeakNothingQuarkusTest {

    private static final String SECRET = "pl4nted";
    private static final String PLAIN = "open";
    private static final String SIGNING_SECRET = "whsec_cGw0bnRlZHBsNG50ZWRwbDRudGVkcGw0bnRlZA==";
    private static final String MASK = "********";

    private static final Map<String, Object> CONFIG = Map.of(
            "url",
            "https://api.example/open?q=open",
            "headers",
            Map.of("Authorization", "Bearer pl4nted", "X-Gone", SECRET, "X-Same", SECRET),
            "body",
            "{\"a\":\"open\"}",
            "signing_secret",
            SIGNING_SECRET,
            "result",
            Map.of("toast", PLAIN));

    private final Trail trail = new Trail();
    private UUID action;

    @BeforeEach
    void create() {
        action = trail.create("webhook", CONFIG);
    }

    @Test
    void shouldNameEachPartOfAConfigThatChanged() {
        trail.update(
                        action,
                        Map.of(
                                "name",
                                "pl4nted too",
                                "config",
                                Map.of(
                                        "url", "https://api.example/pl4nted2",
                                        "method", "PUT",
                                        "headers",
                                                Map.of(
                                                        "Authorization", "Bearer pl4nted2",
                                                        "X-New", SECRET,
                                                        "X-Same", SECRET),
                                        "body", "[\"pl4nted\"]",
                                        "result", Map.of("clipboard", SECRET))))
                .statusCode(200);

        assertThat(trail.newest(action))
                .containsEntry(
                        "fields",
                        List.of(
                                "name",
                                "config.body",
                                "config.headers.Authorization",
                                "config.headers.X-Gone",
                                "config.headers.X-New",
                                "config.method",
                                "config.result.clipboard",
                                "config.result.toast",
                                "config.signing_secret",
                                "config.url"));
    }

    @Test
    void shouldNameTheResultAsAWholeWhereThereWasNone() {
        var plain = trail.create("webhook", Map.of("url", "https://api.example/"));

        trail.update(plain, Map.of("config", Map.of("url", "https://api.example/", "result", Map.of("toast", "Done"))))
                .statusCode(200);

        assertThat(trail.newest(plain)).containsEntry("fields", List.of("config.result"));
    }

    @Test
    void shouldTakeAMaskForNoChange() {
        var masks = Map.of("Authorization", MASK, "X-Gone", MASK, "X-Same", MASK);
        var masked = Bodies.with(Bodies.with(CONFIG, "headers", masks), "signing_secret", MASK);

        trail.update(action, Map.of("config", masked)).statusCode(200);

        assertThat(trail.of(action)).hasSize(1);
    }

    @Test
    void shouldNameTheOneHeaderThatWasNotMasked() {
        var headers = Map.of("Authorization", "Bearer new", "X-Gone", MASK, "X-Same", MASK);
        var masked = Bodies.with(Bodies.with(CONFIG, "headers", headers), "signing_secret", MASK);

        trail.update(action, Map.of("config", masked)).statusCode(200);

        assertThat(trail.newest(action)).containsEntry("fields", List.of("config.headers.Authorization"));
    }

    @Test
    void shouldKeepNoSecretWhateverIsDone() {
        trail.update(action, Map.of("name", PLAIN, "config", Bodies.with(CONFIG, "headers", Map.of("X-New", SECRET))))
                .statusCode(200);
        trail.update(
                        action,
                        Map.of(
                                "config",
                                Map.of(
                                        "url",
                                        "https://b.example/",
                                        "auth",
                                        Map.of("type", "basic", "username", PLAIN, "password", SECRET),
                                        "signature",
                                        Map.of("header", "X-Signature", "secret", SECRET))))
                .statusCode(200);
        trail.update(action, Map.of("action_type", "javascript", "config", Map.of("code", "return 'open'")))
                .statusCode(200);
        trail.order(List.of(trail.create("webhook", CONFIG), action)).statusCode(200);
        trail.delete(action).statusCode(200);

        assertThat(rows()).hasSize(7).asString().contains(PLAIN, "replaced").doesNotContain(SECRET, SIGNING_SECRET);
        assertThat(trail.page(action, "").extract().asString()).doesNotContain(SECRET, SIGNING_SECRET);
    }

    private List<Object> rows() {
        return ServiceResource.database()
                .query(
                        "select c::text as row from custom_action_changes c where organization_id = ?",
                        trail.organization())
                .stream()
                .map(row -> row.get("row"))
                .toList();
    }
}
