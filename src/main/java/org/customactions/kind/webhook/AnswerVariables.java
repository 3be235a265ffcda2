package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.customactions.kind.HiddenData;
import org.customactions.kind.PlainData;
import org.customactions.template.Variables;
import org.customactions.text.HiddenTexts;
import org.customactions.webhook.UpstreamBody;
import org.customactions.webhook.WebhookOutcome;

/** What templates may use of an upstream's answer, whether the call succeeded or not. */
final class AnswerVariables {

    private AnswerVariables() {}

    /**
     * The variables of the execution and those of its answer: {@code response}, its JSON if it is JSON;
     * {@code response_text}, if it is text; {@code response_status}, a number; {@code response_headers}, by names in
     * lower case, which are found in any case, as names of headers are.
     *
     * @param hidden what is masked in them, so that no filter can make of it what nobody would know again
     */
    static Variables of(Map<String, Object> variables, WebhookOutcome.Answered answer, HiddenTexts hidden) {
        var named = new HashMap<String, Object>();
        named.put("response_status", answer.status());
        named.put("response_headers", headers(answer, hidden));
        var json = UpstreamBody.json(answer);
        var shown = json.flatMap(known -> HiddenData.of(hidden, known));
        UpstreamBody.text(answer)
                // JSON may spell a secret by escapes, which only reading it tells.
                .flatMap(text -> shown.equals(json) ? HiddenData.of(hidden, text) : shown.map(JsonNode::toString))
                .ifPresent(text -> named.put("response_text", text));
        var all = Variables.of(variables).withNamed(named);
        return shown.map(known -> all.with("response", PlainData.of(known))).orElse(all);
    }

    private static Map<String, String> headers(WebhookOutcome.Answered answer, HiddenTexts hidden) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        answer.headers()
                .forEach((name, value) -> HiddenData.of(hidden, value).ifPresent(masked -> headers.put(name, masked)));
        return headers;
    }
}
