package org.customactions.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimPathsTest {

    static Stream<Arguments> paths() {
        return Stream.of(
                Arguments.of("role", List.of(List.of("role"))),
                Arguments.of("role,groups", List.of(List.of("role"), List.of("groups"))),
                Arguments.of(" role , groups ", List.of(List.of("role"), List.of("groups"))),
                Arguments.of("realm_access/roles", List.of(List.of("realm_access", "roles"))),
                Arguments.of(
                        "resource_access/chat.app/roles", List.of(List.of("resource_access", "chat.app", "roles"))),
                Arguments.of("cognito:groups", List.of(List.of("cognito:groups"))),
                Arguments.of("\"https://example.com/roles\"", List.of(List.of("https://example.com/roles"))),
                Arguments.of(
                        "\"https://example.com/app\"/roles, x",
                        List.of(List.of("https://example.com/app", "roles"), List.of("x"))),
                Arguments.of("a/\"b/c\"", List.of(List.of("a", "b/c"))),
                Arguments.of("\"a,b\",c", List.of(List.of("a,b"), List.of("c"))),
                Arguments.of(" \" a \" / b", List.of(List.of(" a ", "b"))),
                Arguments.of("\"say \\\"hi\\\"\"", List.of(List.of("say \"hi\""))),
                Arguments.of("\"back\\\\slash\"", List.of(List.of("back\\slash"))),
                Arguments.of("back\\slash", List.of(List.of("back\\slash"))),
                Arguments.of("my claim", List.of(List.of("my claim"))),
                Arguments.of("0", List.of(List.of("0"))));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void shouldDividePathsAndNames(String text, List<List<String>> names) {
        assertThat(ClaimPaths.parse(text).paths()).extracting(ClaimPath::names).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                ",",
                "/",
                "a,",
                ",a",
                "a,,b",
                "a, ,b",
                "/a",
                "a/",
                "a//b",
                "a/ /b",
                "https://example.com/roles",
                "\"",
                "\"\"",
                "\"a",
                "a\"",
                "a\"b\"",
                "\"a\"b",
                "\"a\"\"b\"",
                "\"a\\b\"",
                "\"a\\\"",
                "a/\"b",
                "a,\""
            })
    void shouldRefuseWhatIsMalformed(String text) {
        assertThatThrownBy(() -> ClaimPaths.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("it must be claims divided by commas");
    }

    @Test
    void shouldNameTheClaimsAsTheyAreConfigured() {
        assertThat(ClaimPaths.parse("a/b,\"https://example.com/roles\""))
                .hasToString("a/b, \"https://example.com/roles\"");
    }
}
