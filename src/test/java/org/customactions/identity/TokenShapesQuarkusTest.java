package org.customactions.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.customactions.support.Api;
import org.customactions.support.Full;
import org.customactions.support.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A token that is signed properly is accepted or refused, whatever its claims are; it is no error of the service. */
@QuarkusTest
class TokenShapesQuarkusTest {

    private static final UUID ORGANIZATION = UUID.randomUUID();

    private static final List<String> CLAIMS = List.of(
            "iss",
            "sub",
            "aud",
            "exp",
            "nbf",
            "iat",
            "jti",
            "upn",
            "preferred_username",
            "groups",
            "organization_id",
            "organization_name",
            "user_id",
            "name",
            "full_name",
            "email",
            "role",
            "anything");

    private static final List<Object> VALUES = values();

    private static final long DEEP_STACK = 64L << 20;

    static List<String> someClaims() {
        return List.of("exp", "groups", "organization_id");
    }

    static List<String> otherClaims() {
        return CLAIMS.stream().filter(claim -> !someClaims().contains(claim)).toList();
    }

    @ParameterizedTest
    @MethodSource("someClaims")
    void shouldAcceptOrRefuse(String claim) throws Exception {
        assertAcceptsOrRefuses(claim);
    }

    @Full
    @ParameterizedTest
    @MethodSource("otherClaims")
    void shouldAcceptOrRefuseEveryOther(String claim) throws Exception {
        assertAcceptsOrRefuses(claim);
    }

    private static void assertAcceptsOrRefuses(String claim) throws Exception {
        for (var value : VALUES) {
            var token = signed(claim, value);

            var list = Api.as(token).get("/api/custom-actions").statusCode();
            var write = Api.as(token)
                    .body(Map.of("name", "Link", "action_type", "url", "config", Map.of("url", "https://example.com")))
                    .post("/api/custom-actions")
                    .statusCode();

            assertThat(list).as("%s %s", claim, describe(value)).isIn(200, 401);
            assertThat(write).as("%s %s", claim, describe(value)).isIn(201, 401, 403);
        }
    }

    /** In a thread with room for the writer of deep JSON, which calls itself for each level. */
    private static String signed(String claim, Object value) throws Exception {
        var signed = new FutureTask<>(
                () -> Tokens.manager(ORGANIZATION).claim(claim, value).sign());
        new Thread(null, signed, "signing", DEEP_STACK).start();
        return signed.get();
    }

    private static List<Object> values() {
        var values = new ArrayList<Object>(Stream.of(
                        "",
                        " ",
                        "text",
                        "\u0000",
                        "\ud83d\ude00".repeat(300),
                        0,
                        -1,
                        42,
                        1.5,
                        Long.MAX_VALUE,
                        Double.MAX_VALUE)
                .toList());
        values.addAll(List.of(true, List.of(), List.of(1), List.of(List.of("admin")), Map.of(), Map.of("a", Map.of())));
        values.add(Collections.singletonList(null));
        values.add(null);
        values.add(nested(2_000));
        return values;
    }

    /** Deeper than any reader of JSON that calls itself for each level can go, as far as a header has room for it. */
    private static Object nested(int levels) {
        Object value = List.of();
        for (int i = 0; i < levels; i++) {
            value = List.of(value);
        }
        return value;
    }

    private static String describe(Object value) {
        return value instanceof List ? "a list" : String.valueOf(value);
    }
}
