package org.customactions.kind.webhook;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customactions.kind.SecretUse;
import org.customactions.template.Escaping;
import org.customactions.template.Template;

/**
 * A template of what a webhook sends, which may use secrets.
 *
 * @param field as in a complaint, such as {@code config.body}
 * @param source the template
 * @param escaping of its place
 */
record RequestTemplate(String field, String source, Escaping escaping) {

    /** Any name that a template may have behind the word: more than that are no secrets. */
    private static final Pattern MENTION = Pattern.compile("secret\\]?\\.\\[?([A-Za-z][A-Za-z0-9_]{0,63})");

    /** Every one of a config. */
    static List<RequestTemplate> of(WebhookConfig config) {
        var url = new RequestTemplate("config.url", config.url(), Escaping.URL);
        var headers = config.headers().entrySet().stream()
                .map(header ->
                        new RequestTemplate("config.headers." + header.getKey(), header.getValue(), Escaping.HEADER));
        var escaping = Escaping.ofContentType(WebhookConfig.contentType(config.headers()));
        var body = new RequestTemplate("config.body", config.body(), escaping);
        var auth = config.auth().stream()
                .flatMap(who -> who.templates().entrySet().stream())
                .map(field -> new RequestTemplate("config.auth." + field.getKey(), field.getValue(), Escaping.HEADER));
        var token = config.auth().filter(OAuth2Auth.class::isInstance).stream()
                .map(who -> new RequestTemplate(
                        "config.auth." + OAuth2Auth.TOKEN_URL, ((OAuth2Auth) who).tokenUrl(), Escaping.URL));
        var signature = config.signature().stream()
                .map(signed -> new RequestTemplate(
                        "config.signature." + BodySignature.SECRET, signed.secret(), Escaping.HEADER));
        return Stream.of(Stream.of(url), headers, Stream.of(body), auth, token, signature)
                .flatMap(templates -> templates)
                .toList();
    }

    /** The secrets that it uses. */
    Stream<SecretUse> secretUses() {
        return source.contains("secret")
                ? Template.compile(source, escaping).secrets().stream().map(name -> new SecretUse(field, name))
                : Stream.empty();
    }

    /** The names of secrets that it uses, and perhaps others. */
    Set<String> secretsMentioned() {
        return MENTION.matcher(source)
                .results()
                .map(mention -> mention.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
