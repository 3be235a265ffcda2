package org.customactions.execution;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.customactions.support.Full;
import org.customactions.support.Impatient;
import org.customactions.support.Patience;
import org.customactions.support.Planted;
import org.customactions.support.ServiceResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of a click with a key, and what becomes of it where the caller or the database goes away. */
@Full
@QuarkusTest
@TestProfile(Impatient.class)
class KeyFaultsQuarkusTest {

    private final String key = Planted.unique();

    @AfterEach
    void recover() {
        ServiceResource.databaseProxy().restore();
    }

    /** A connection that breaks is why clients send a click again. */
    @Test
    void shouldGoOnAfterTheCallerHungUpAndAnswerTheNextCall() throws IOException {
        var hook = Hook.answering(okJson("{\"id\":7}").withFixedDelay(1_500));
        var clicks = new KeyedClicks("webhook", Map.of("url", hook.url()));
        try (var client = clicks.clickAndLeave(key)) {
            assertThat(client.isConnected()).isTrue();
            Patience.await().until(() -> hook.requests().size() == 1);
        }

        var answer = Patience.await().until(() -> clicks.click(key), again -> again.statusCode() != 409);

        answer.then().statusCode(200).body("data.success", is(true)).body("data.data.id", is(7));
        assertThat(hook.requests()).hasSize(1);
        assertThat(clicks.executions()).isEqualTo(1);
    }

    @Test
    void shouldKeepTheAnswerOnceTheDatabaseIsBack() throws Exception {
        var hook = Hook.answering(okJson("{}").withFixedDelay(1_500));
        var clicks = new KeyedClicks("webhook", Map.of("url", hook.url()));
        var first = clickAndCutTheDatabase(clicks, hook).get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        first.then().statusCode(200).body("data.success", is(true));
        ServiceResource.databaseProxy().restore();

        var second = Patience.await().until(() -> clicks.click(key), again -> again.statusCode() == 200);

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(hook.requests()).hasSize(1);
    }

    @Test
    void shouldAnswerOutcomeUnknownAfterACallThatFailed() throws Exception {
        var hook = Hook.answering(okJson("{}").withFixedDelay(1_500));
        var clicks =
                new KeyedClicks("webhook", Map.of("url", hook.url(), "result", Map.of("url", "https://a.example/")));
        clickAndCutTheDatabase(clicks, hook)
                .get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)
                .then()
                .statusCode(503);
        ServiceResource.databaseProxy().restore();

        var second = Patience.await().until(() -> clicks.click(key), again -> again.statusCode() == 200);

        second.then().body("data.success", is(false)).body("data.message", startsWith("The action may have run"));
        assertThat(hook.requests()).hasSize(1);
    }

    @Test
    void shouldKeepNothingThatCanBeReadWithoutTheKey() {
        awaitScripts();
        var clicks = new KeyedClicks("javascript", Map.of("code", """
                return { toast: { message: 'pl4nted-' + 'toast' }, url: 'https://a.example/', n: 'pl4nted-' + 'result' }
                """));
        String path = clicks.click(key).then().statusCode(200).extract().path("data.redirect_url");

        var stored = everythingStored();

        var token = path.substring(path.lastIndexOf('/') + 1);
        assertThat(stored)
                .noneMatch(row -> row.contains(key) || row.contains(hex(key)))
                .noneMatch(row -> row.contains(token) || row.contains(hex(token)))
                .noneMatch(row -> row.contains("pl4nted-toast") || row.contains(hex("pl4nted-toast")))
                .noneMatch(row -> row.contains("pl4nted-result") || row.contains(hex("pl4nted-result")));
    }

    @Test
    void shouldDeleteKeptAnswersAfterADay() {
        var clicks = new KeyedClicks("url", Map.of("url", "https://a.example/"));
        String id = clicks.click(key).then().statusCode(200).extract().path("data.execution_id");

        ServiceResource.database()
                .execute(
                        "update custom_action_keys set expires_at = expires_at - interval '24 hours'"
                                + " where execution_id = ?",
                        UUID.fromString(id));

        Patience.await()
                .until(() -> ServiceResource.database()
                                .queryCount(
                                        "select count(*) from custom_action_keys where execution_id = ?",
                                        UUID.fromString(id))
                        == 0);
        assertThat(clicks.executions()).isEqualTo(1);
    }

    private CompletableFuture<Response> clickAndCutTheDatabase(KeyedClicks clicks, Hook hook) {
        var execution = CompletableFuture.supplyAsync(() -> clicks.click(key));
        Patience.await().until(() -> !hook.requests().isEmpty());
        ServiceResource.databaseProxy().cut();
        return execution;
    }

    /** On a slow machine, the first process starts for longer than a run may take here. */
    private static void awaitScripts() {
        var clicks = new KeyedClicks("javascript", Map.of("code", "return 1"));
        Patience.await().<Boolean>until(() -> clicks.click(Planted.unique()).path("data.success"), is(true));
    }

    private static List<String> everythingStored() {
        return ServiceResource.database()
                .query("select table_name from information_schema.tables where table_schema = 'public'")
                .stream()
                .flatMap(
                        table -> ServiceResource.database()
                                .query("select t::text as row from \"%s\" t".formatted(table.get("table_name")))
                                .stream())
                .map(row -> String.valueOf(row.get("row")))
                .toList();
    }

    /** As PostgreSQL writes bytes. */
    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
