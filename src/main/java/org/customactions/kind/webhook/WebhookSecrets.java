package org.customactions.kind.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.customactions.api.FieldError;
import org.customactions.kind.SecretMask;

/**
 * Finds the secrets in a config's JSON: the values of a webhook's headers, its signing secret, and those of its auth
 * and its signature. Other configs have none. Each place has a name. That of a header is in lower case, because header
 * names ignore case.
 */
final class WebhookSecrets {

    private static final String SIGNING_SECRET = "signing_secret";
    private static final List<Group> GROUPS = List.of(
            new Group("headers", name -> true, false),
            new Group("auth", WebhookAuth.SECRETS::contains, true),
            new Group("signature", BodySignature.SECRET::equals, true));

    /** The body is read by it, and it is nothing that anybody would hide. */
    private static final String EXPORTED = "headers.content-type";

    private WebhookSecrets() {}

    /**
     * An object of a config with secrets in it.
     *
     * @param isSecret tells them by their names
     * @param needsThem whether it makes no sense without one of them
     */
    private record Group(String name, Predicate<String> isSecret, boolean needsThem) {

        private void replace(ObjectNode config, BiFunction<String, JsonNode, JsonNode> replacement) {
            if (config.get(name) instanceof ObjectNode fields) {
                var changed = config.objectNode();
                fields.properties()
                        .forEach(field -> changed.set(
                                field.getKey(),
                                isSecret.test(field.getKey())
                                        ? replacement.apply(place(field.getKey()), field.getValue())
                                        : field.getValue()));
                config.set(name, changed);
            }
        }

        private void leaveOut(ObjectNode config, Set<String> places, Consumer<String> leftOut) {
            if (config.get(name) instanceof ObjectNode fields) {
                var gone = fields.properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(field -> isSecret.test(field) && places.contains(place(field)))
                        .toList();
                gone.forEach(field -> leftOut.accept(name + "." + field));
                if (!gone.isEmpty() && needsThem) {
                    config.remove(name);
                }
                fields.remove(gone);
            }
        }

        private String place(String field) {
            return name + "." + field.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A copy of the config without headers that are masks, and without auth and signatures that need a secret which is
     * one.
     *
     * @param told gets a complaint for each
     */
    static ObjectNode withoutMasks(ObjectNode config, Consumer<FieldError> told) {
        var masks = new HashSet<String>();
        replaced(config, (place, value) -> {
            if (value.equals(SecretMask.MASKED)) {
                masks.add(place);
            }
            return value;
        });
        var copy = config.deepCopy();
        var left = new LinkedHashSet<FieldError>();
        leaveOut(copy, masks, name -> left.add(notSent(name)));
        left.forEach(told);
        return copy;
    }

    /** @param name of a header; of anything else that which is gone with it */
    private static FieldError notSent(String name) {
        var dot = name.indexOf('.');
        var group = dot < 0 ? name : name.substring(0, dot);
        return switch (group) {
            case "headers" -> notSent(name, "The header " + name.substring(dot + 1) + " is");
            case "auth" -> notSent(group, "What says who calls is");
            default -> notSent(group, "The signature is");
        };
    }

    private static FieldError notSent(String name, String what) {
        return new FieldError(
                "config." + name, what + " not sent, because no value is stored for its mask; enter the value");
    }

    static void leaveOut(ObjectNode config, Set<String> places, Consumer<String> leftOut) {
        GROUPS.forEach(group -> group.leaveOut(config, places, leftOut));
        if (places.contains(SIGNING_SECRET)) {
            config.remove(SIGNING_SECRET);
            leftOut.accept(SIGNING_SECRET);
        }
    }

    static boolean isExported(String place) {
        return place.equals(EXPORTED);
    }

    /** A copy of the config with the function's result in each place. */
    static JsonNode replaced(JsonNode config, BiFunction<String, JsonNode, JsonNode> replacement) {
        if (!(config instanceof ObjectNode object)
                || !object.has(SIGNING_SECRET) && GROUPS.stream().noneMatch(group -> object.has(group.name()))) {
            return config;
        }
        var copy = object.objectNode();
        copy.setAll(object);
        GROUPS.forEach(group -> group.replace(copy, replacement));
        if (object.has(SIGNING_SECRET)) {
            copy.set(SIGNING_SECRET, replacement.apply(SIGNING_SECRET, object.get(SIGNING_SECRET)));
        }
        return copy;
    }
}
