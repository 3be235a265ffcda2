package org.customactions.kind.webhook;

import java.util.List;
import java.util.stream.Stream;
import org.customactions.api.FieldError;
import org.customactions.kind.ConfigWarnings;
import org.customactions.template.Escaping;
import org.customactions.template.SampleVariables;

/** What of a webhook's templates is probably not meant. */
final class WebhookWarnings {

    private WebhookWarnings() {}

    static List<FieldError> of(WebhookConfig config) {
        return Stream.of(
                        request(config),
                        config.successWhen().stream()
                                .flatMap(template -> answered("config.success_when", template, Escaping.TEXT)),
                        config.result().stream().flatMap(WebhookWarnings::result))
                .flatMap(warnings -> warnings)
                .toList();
    }

    private static Stream<FieldError> request(WebhookConfig config) {
        var known = SampleVariables.forChecking();
        var url = ConfigWarnings.of("config.url", config.url(), Escaping.URL, known);
        var headers = config.headers().entrySet().stream()
                .flatMap(header -> ConfigWarnings.of(
                        "config.headers." + header.getKey(), header.getValue(), Escaping.HEADER, known));
        var escaping = Escaping.ofContentType(WebhookConfig.contentType(config.headers()));
        var body = ConfigWarnings.of("config.body", config.body(), escaping, known);
        var auth = config.auth().stream()
                .flatMap(who -> who.templates().entrySet().stream())
                .flatMap(field ->
                        ConfigWarnings.of("config.auth." + field.getKey(), field.getValue(), Escaping.HEADER, known));
        return Stream.of(url, headers, body, auth).flatMap(warnings -> warnings);
    }

    private static Stream<FieldError> result(WebhookResult result) {
        return Stream.of(
                        result.toast().stream().flatMap(text -> shown("toast", text, Escaping.TEXT)),
                        result.clipboard().stream().flatMap(text -> shown("clipboard", text, Escaping.TEXT)),
                        result.url().stream().flatMap(text -> shown("url", text, Escaping.URL)),
                        result.failure().stream().flatMap(text -> shown("failure", text, Escaping.TEXT)))
                .flatMap(warnings -> warnings);
    }

    private static Stream<FieldError> shown(String name, String template, Escaping escaping) {
        return answered("config.result." + name, template, escaping);
    }

    private static Stream<FieldError> answered(String field, String template, Escaping escaping) {
        return ConfigWarnings.of(field, template, escaping, SampleVariables.forCheckingResults());
    }
}
