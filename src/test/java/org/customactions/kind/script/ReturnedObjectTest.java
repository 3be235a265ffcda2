package org.customactions.kind.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.customactions.kind.ActionResult;
import org.customactions.kind.Toast;
import org.customactions.script.ScriptOutcome;
import org.customactions.url.UrlForms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a returned object does, and what it is told that it does not. */
class ReturnedObjectTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"clipboard\":42} | ignored: clipboard is a number; return a text",
                "{\"clipboard\":{}} | ignored: clipboard is an object; return a text",
                "{\"url\":[]} | ignored: url is a list; return a text",
                "{\"redirect_url\":\"https://a.example/\"} | ignored: redirect_url; return url instead",
                "{\"clipbord\":\"x\"} | ignored: clipbord; return clipboard instead",
                "{\"toast\":5} | ignored: toast is a number; return a text, or { message, type }",
                "{\"toast\":{\"message\":5}} | ignored: toast.message is a number; return a text",
                "{\"toast\":{\"message\":\"x\",\"type\":\"danger\"}} | ignored: toast.type can be success, error, info or warning",
                "{\"toast\":{\"text\":\"x\"}} | ignored: toast has no message; return a text, or { message, type }",
                "\"{\\\"toast\\\":\\\"x\\\"}\" | ignored: the result is a text that looks like JSON; return the object itself",
                "[{\"toast\":\"x\"}] | ignored: the result is a list; return the object that is in it",
                "{\"message\":true} | ignored: message is true or false; return a text",
                "{\"success\":\"no\"} | ignored: success is a text; it can be true or false",
                "{\"open_in_new_tab\":0,\"url\":\"/x\"} | ignored: open_in_new_tab is a number; it can be true or false",
                "{\"error\":\"no\"} | ignored: error; return message together with success: false instead",
            })
    void shouldTellWhatHasNoEffect(String json, String line) throws Exception {
        assertThat(logs(result(json.strip()))).containsExactly(line.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "\"text\"",
                "[]",
                "null",
                "{}",
                "{\"toast\":null,\"clipboard\":null,\"url\":null,\"success\":null}",
                "{\"items\":[1],\"total\":2,\"contact\":{\"redirect_url\":1}}",
                "{\"toast\":\"Hi\",\"clipboard\":\"x\",\"url\":\"/a\",\"message\":\"m\",\"success\":true,\"open_in_new_tab\":false}",
            })
    void shouldTellNothingElse(String json) throws Exception {
        assertThat(logs(result(json))).isEmpty();
    }

    @Test
    void shouldTellWhatTheSandboxToldOnlyOnce() throws Exception {
        var told = List.of("ignored: clipboard is a promise; write await in front of it");

        assertThat(logs(result("{\"clipboard\":{}}", told))).isEqualTo(told);
    }

    @Test
    void shouldShowAToastThatIsAText() throws Exception {
        assertThat(result("{\"toast\":\"Copied!\"}").toast()).hasValue(new Toast("Copied!", Toast.Type.SUCCESS));
    }

    @Test
    void shouldFailIfTheScriptSaysSo() throws Exception {
        var result = result("{\"success\":false,\"message\":\"No plan\"}");

        assertThat(result.success()).isFalse();
        assertThat(result.outcome().code()).isEqualTo("reported_failure");
        assertThat(result.message()).isEqualTo("No plan");
        assertThat(result.toast()).hasValue(new Toast("No plan", Toast.Type.ERROR));
    }

    @Test
    void shouldFailWithTheToastOfTheScript() throws Exception {
        var result = result("{\"success\":false,\"toast\":{\"message\":\"Ask sales\",\"type\":\"warning\"}}");

        assertThat(result.message()).isEqualTo("The script reported a failure");
        assertThat(result.toast()).hasValue(new Toast("Ask sales", Toast.Type.WARNING));
    }

    @Test
    void shouldOpenALinkInPlaceOfTheChat() throws Exception {
        var result = result("{\"url\":\"https://a.example/\",\"open_in_new_tab\":false}");

        assertThat(result.link()).hasValue(new ActionResult.Link("https://a.example/", false));
    }

    @Test
    void shouldLeaveOutWhatIsEmpty() throws Exception {
        var result = result("{\"clipboard\":\"\",\"toast\":\"\"}");

        assertThat(result.clipboard()).isEmpty();
        assertThat(result.toast()).isEmpty();
    }

    private static ActionResult result(String json) throws JsonProcessingException {
        return result(json, List.of());
    }

    private static ActionResult result(String json, List<String> told) throws JsonProcessingException {
        return ScriptResult.of(
                new JavaScriptConfig("return"),
                JsonNodeFactory.instance.objectNode(),
                new ScriptOutcome.Completed(new ObjectMapper().readTree(json), told),
                UrlForms.ofLinks(Set.of("http", "https", "mailto", "tel")));
    }

    private static List<String> logs(ActionResult result) {
        return StreamSupport.stream(result.data().orElseThrow().get("logs").spliterator(), false)
                .map(line -> line.textValue())
                .toList();
    }
}
