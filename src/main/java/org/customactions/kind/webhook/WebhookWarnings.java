package org.customactions.kind.webhook;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.customactions.api.FieldError;
import org.customactions.kind.ConfigWarnings;
import org.customactions.template.Escaping;
import org.customactions.template.KnownInputs;
import org.customactions.template.SampleVariables;

/** What of a webhook's templates is probably not meant. */
final class WebhookWarnings {

    private static final String ALWAYS_NO = "Success when is empty, so every call fails; leave it out";

    private WebhookWarnings() {}

    static List<FieldError> of(WebhookConfig config, KnownInputs inputs) {
        var answered = SampleVariables.forCheckingResults(inputs);
        return Stream.of(
                        request(config, SampleVariables.forChecking(inputs)),
                        config.successWhen().filter(String::isBlank).stream()
                                .map(template -> new FieldError("config.success_when", ALWAYS_NO)),
                        config.successWhen().stream()
                                .flatMap(template ->
                                        ConfigWarnings.of("config.success_when", template, Escaping.TEXT, answered)),
                        config.result().stream().flatMap(result -> result(result, answered)))
                .flatMap(warnings -> warnings)
                .toList();
    }

    private static Stream<FieldError> request(WebhookConfig config, Map<String, Object> known) {
        return RequestTemplate.of(config).stream()
                .flatMap(
                        template -> ConfigWarnings.of(template.field(), template.source(), template.escaping(), known));
    }

    private static Stream<FieldError> result(WebhookResult result, Map<String, Object> known) {
        return Stream.of(
                        result.toast().stream().flatMap(text -> shown("toast", text, Escaping.TEXT, known)),
                        result.clipboard().stream().flatMap(text -> shown("clipboard", text, Escaping.TEXT, known)),
                        result.url().stream().flatMap(text -> shown("url", text, Escaping.URL, known)),
                        result.failure().stream().flatMap(text -> shown("failure", text, Escaping.TEXT, known)))
                .flatMap(warnings -> warnings);
    }

    private static Stream<FieldError> shown(
            String name, String template, Escaping escaping, Map<String, Object> known) {
        return ConfigWarnings.of("config.result." + name, template, escaping, known);
    }
}
