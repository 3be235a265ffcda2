package org.customactions.kind.webhook;

import java.util.HashMap;
import java.util.Map;
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
     * lower case.
     *
     * @param hidden what is masked in them, so that no filter can make of it what nobody would know again
     */
    static Variables of(Map<String, Object> variables, WebhookOutcome.Answered answer, HiddenTexts hidden) {
        var named = new HashMap<String, Object>();
        named.put("response_status", answer.status());
        named.put("response_headers", headers(answer, hidden));
        UpstreamBody.text(answer)
                .flatMap(text -> HiddenData.of(hidden, text))
                .ifPresent(text -> named.put("response_text", text));
        var all = Variables.of(variables).withNamed(named);
        return UpstreamBody.json(answer)
                .flatMap(json -> HiddenData.of(hidden, json))
                .map(json -> all.with("response", PlainData.of(json)))
                .orElse(all);
    }

    private static Map<String, String> headers(WebhookOutcome.Answered answer, HiddenTexts hidden) {
        if (hidden.isEmpty()) {
            return answer.headers();
        }
        var headers = new HashMap<String, String>();
        answer.headers()
                .forEach((name, value) -> HiddenData.of(hidden, value).ifPresent(masked -> headers.put(name, masked)));
        return headers;
    }
}
