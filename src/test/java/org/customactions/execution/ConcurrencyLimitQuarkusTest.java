package org.customactions.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Concurrently;
import org.customactions.support.Full;
import org.customactions.support.Patience;
import org.customactions.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With {@link Strict}, two executions or previews of one organization may be under way at once. */
@Full
@QuarkusTest
@TestProfile(Strict.class)
class ConcurrencyLimitQuarkusTest {

    private final UUID organization = UUID.randomUUID();
    private final String agent = Tokens.agent(organization).sign();

    private UUID contact;
    private UUID opening;

    @BeforeEach
    void createActions() {
        contact = Api.createContact(organization, Map.of());
        opening = Api.createAction(organization, "url", Map.of("url", "https://a.example/"));
    }

    @Test
    void shouldRefuseOneMoreAndTakeItOnceThereIsAPlaceAgain() throws IOException {
        whileTwoAreUnderWay(() -> Api.execute(agent, opening, contact)
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .body("status", is("error"))
                .body("error_type", is("too_many_requests")));

        Api.execute(agent, opening, contact).statusCode(200).body("data.success", is(true));
    }

    @Test
    void shouldNotHoldUpAnotherOrganization() throws IOException {
        UUID other = UUID.randomUUID();
        UUID action = Api.createAction(other, "url", Map.of("url", "https://a.example/"));
        UUID client = Api.createContact(other, Map.of());

        whileTwoAreUnderWay(() -> Api.execute(Tokens.agent(other).sign(), action, client)
                .statusCode(200)
                .body("data.success", is(true)));
    }

    @ParameterizedTest
    @MethodSource("previews")
    void shouldRefuseAPreviewToo(String type, Map<String, String> config) throws IOException {
        whileTwoAreUnderWay(() -> preview(type, config)
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .body("error_type", is("too_many_requests")));

        preview(type, config).then().statusCode(200);
    }

    static Stream<Arguments> previews() {
        return Stream.of(
                Arguments.of("webhook", Map.of("url", "https://a.example/")),
                Arguments.of("url", Map.of("url", "https://a.example/")),
                Arguments.of("javascript", Map.of("code", "return {}")));
    }

    /** Each holds its place until its timeout of half a second, so that a crowd meets the limit. */
    @Test
    void shouldLimitPreviewsThatAreUnderWayAtOnce() {
        var answers = Concurrently.times(
                10,
                Patience.LIMIT,
                i -> preview("javascript", Map.of("code", "for (;;) {}")).statusCode());

        assertThat(answers).containsOnly(200, 429);
    }

    @Test
    void shouldNotHoldUpWhatIsNoExecution() throws IOException {
        whileTwoAreUnderWay(
                () -> Api.as(agent).get("/api/custom-actions").then().statusCode(200));
    }

    @Test
    void shouldGiveThePlaceBackAfterARefusedClick() {
        for (int i = 0; i < 3; i++) {
            Api.execute(agent, opening, UUID.randomUUID()).statusCode(404);
        }

        Api.execute(agent, opening, contact).statusCode(200);
    }

    private Response preview(String type, Map<String, String> config) {
        return Api.as(Tokens.manager(organization).sign())
                .body(Map.of("action_type", type, "config", config))
                .post("/api/custom-actions/preview");
    }

    /** Until the click is made, nobody answers the two. */
    private void whileTwoAreUnderWay(Runnable click) throws IOException {
        try (var silent = new SilentUpstream()) {
            var holding = Api.createAction(organization, "webhook", Map.of("url", silent.url()));
            Callable<Integer> held =
                    () -> Api.execute(agent, holding, contact).extract().statusCode();
            Callable<Integer> meanwhile = () -> {
                Patience.await().until(() -> silent.calls() == 2);
                click.run();
                silent.close();
                return 0;
            };
            assertThat(Concurrently.call(Patience.LIMIT, List.of(held, held, meanwhile)))
                    .containsExactly(200, 200, 0);
        }
    }
}
