package org.customactions.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.customactions.kind.ActionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionContentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"url":"a","method":"PUT"}           | {"method":"PUT","url":"a"}           |
            {"url":"a"}                          | {"url":"b"}                          | config.url
            {"url":"a"}                          | {"code":"a"}                         | config.code config.url
            {"headers":{"A":"1","B":"2"}}        | {"headers":{"B":"3","C":"4"}}        | config.headers.A config.headers.B config.headers.C
            {"headers":{}}                       | {"headers":{"a.b":"1"}}              | config.headers.a.b
            {"url":"a"}                          | {"url":"a","headers":{"A":"1"}}      | config.headers
            {"result":{"toast":{"deep":1}}}      | {"result":{"toast":{"deep":2}}}      | config.result.toast
            {"url":"a"}                          | "a"                                  | config
            """)
    void shouldNameWhatDiffersInAConfig(String before, String after, String names) throws JsonProcessingException {
        var differences = content(after).differencesFrom(content(before));

        assertThat(String.join(" ", differences)).isEqualTo(names == null ? "" : names);
    }

    @Test
    void shouldNameFieldsInTheOrderOfAnAction() throws JsonProcessingException {
        var before = content("{\"url\":\"a\"}");
        var after = new ActionContent("New", "zap", ActionType.JAVASCRIPT, before.config(), false, 1, before.terms());

        var differences = after.differencesFrom(before);

        assertThat(differences).containsExactly("name", "icon", "action_type", "is_active", "display_order");
    }

    private static ActionContent content(String config) throws JsonProcessingException {
        return new ActionContent(
                "Action",
                "",
                ActionType.URL,
                new JsonMapper().readTree(config),
                true,
                0,
                new JsonMapper().readTree("{}"));
    }
}
