package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.action.ActionBodies.ACTION;
import static org.customactions.action.ActionBodies.ACTIONS;
import static org.customactions.action.ActionBodies.LINK_CONFIG;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.customactions.support.Api;
import org.customactions.support.Concurrently;
import org.customactions.support.Patience;
import org.customactions.support.ServiceResource;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list holds every change that was answered before it was asked for, however many ask for it at once. */
@QuarkusTest
class ListFreshnessQuarkusTest {

    private static final int CHANGES = 20;
    private static final int CROWD = 16;

    private final UUID organization = UUID.randomUUID();
    private final String manager = Tokens.manager(organization).sign();
    private final String agent = Tokens.agent(organization).sign();
    private UUID action;

    @BeforeEach
    void createAction() {
        action = Api.createAction(organization, "url", LINK_CONFIG);
    }

    /** The number that the name of the action is. */
    private static int listed(String token) {
        return Integer.parseInt(Api.as(token)
                .get(ACTIONS)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("data.custom_actions[0].name"));
    }

    private void rename(int number) {
        Api.as(manager)
                .body(Map.of("name", Integer.toString(number)))
                .put(ACTION, action)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldListWhatWasAnsweredWhileOthersAskTheSame() {
        rename(0);
        var answered = new AtomicInteger();
        var asking = new ArrayList<CompletableFuture<Void>>();
        var agents = Executors.newFixedThreadPool(6);
        try {
            for (var token : List.of(manager, agent, manager, agent, agent, agent)) {
                asking.add(CompletableFuture.runAsync(
                        () -> {
                            while (answered.get() < CHANGES) {
                                var before = answered.get();
                                assertThat(listed(token)).isGreaterThanOrEqualTo(before);
                            }
                        },
                        agents));
            }
            for (int number = 1; number <= CHANGES; number++) {
                rename(number);
                answered.set(number);
                assertThat(listed(agent)).isEqualTo(number);
                assertThat(listed(manager)).isEqualTo(number);
            }
        } finally {
            answered.set(CHANGES);
            agents.shutdown();
        }

        assertThat(asking).allSatisfy(one -> assertThat(one).succeedsWithin(Patience.LIMIT));
    }

    @Test
    void shouldAnswerTheSameBytesAgain() {
        for (var token : List.of(manager, agent)) {
            var first = Api.as(token).get(ACTIONS);
            var second = Api.as(token).get(ACTIONS);

            assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
            assertThat(second.contentType()).isEqualTo(first.contentType());
            assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
            assertThat(second.header("Cache-Control")).isEqualTo(first.header("Cache-Control"));
        }
    }

    /** Alone each needs several. */
    @Test
    void shouldReadForAllWhoAskAtTheSameTime() {
        for (var token : List.of(manager, agent)) {
            rename(1);

            var roundTrips = ServiceResource.databaseProxy()
                    .count(() -> assertThat(Concurrently.times(CROWD, Patience.LIMIT, i -> listed(token)))
                            .containsOnly(1));

            assertThat(roundTrips).isLessThan(2 * CROWD);
        }
    }

    @Test
    void shouldKeepTheListsOfRolesApart() {
        Api.as(manager)
                .body(Map.of("visible_to", Map.of("roles", List.of("boss"))))
                .put(ACTION, action)
                .then()
                .statusCode(200);
        for (int i = 0; i < 2; i++) {
            Api.as(agent).get(ACTIONS).then().body("data.total", equalTo(0));
            Api.as(Tokens.of(organization).claim("role", "boss").sign())
                    .get(ACTIONS)
                    .then()
                    .body("data.total", equalTo(1))
                    .body("data.custom_actions[0].config.url", equalTo(null));
            Api.as(manager).get(ACTIONS).then().body("data.custom_actions.config.url", hasItem(LINK_CONFIG.get("url")));
        }
    }

    @Test
    void shouldNotAnswerWithTheListOfAnotherOrganization() {
        Api.as(agent).get(ACTIONS).then().body("data.total", equalTo(1));

        Api.as(Tokens.agent(UUID.randomUUID()).sign()).get(ACTIONS).then().body("data.total", equalTo(0));
    }
}
