package org.customactions.kind.webhook;

import java.util.HashMap;
import java.util.Map;
import org.customactions.kind.PlainData;
import org.customactions.template.Variables;
import org.customactions.webhook.UpstreamBody;
import org.customactions.webhook.WebhookOutcome;

/** What templates may use of an upstream's answer, whether the call succeeded or not. */
final class AnswerVariables {

    private AnswerVariables() {}

    /**
     * The variables of the execution and those of its answer: {@code response}, its JSON if it is JSON;
     * {@code response_text}, if it is text; {@code response_status}, a number; {@code response_headers}, by names in
     * lower case.
     */
    static Variables of(Map<String, Object> variables, WebhookOutcome.Answered answer) {
        var named = new HashMap<String, Object>();
        named.put("response_status", answer.status());
        named.put("response_headers", answer.headers());
        UpstreamBody.text(answer).ifPresent(text -> named.put("response_text", text));
        var all = Variables.of(variables).withNamed(named);
        return UpstreamBody.json(answer)
                .map(json -> all.with("response", PlainData.of(json)))
                .orElse(all);
    }
}
