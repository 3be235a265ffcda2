package org.customactions.identity;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A claim of a certain name, and with a certain value if the rule has one.
 *
 * @param value compared with the claim as text, or with each text of a list
 */
record ClaimRule(String name, Optional<String> value) {

    /** @throws ConfigurationException if a text is neither {@code name} nor {@code name=value} */
    static List<ClaimRule> all(String setting, Optional<List<String>> texts) {
        return texts.orElse(List.of()).stream()
                .map(text -> parse(setting, text.strip()))
                .toList();
    }

    private static ClaimRule parse(String setting, String text) {
        var divided = text.split("=", 2);
        if (divided[0].isBlank()) {
            throw new ConfigurationException(
                    "%s cannot have \"%s\": each claim must be a name, or a name=value".formatted(setting, text));
        }
        return new ClaimRule(
                divided[0].strip(), divided.length == 1 ? Optional.empty() : Optional.of(divided[1].strip()));
    }

    boolean holdsFor(Map<String, Object> claims) {
        var claim = claims.get(name);
        return claim != null && value.map(text -> has(claim, text)).orElse(true);
    }

    private static boolean has(Object claim, String text) {
        return claim instanceof Collection<?> list
                ? list.stream().anyMatch(one -> isText(one, text))
                : isText(claim, text);
    }

    private static boolean isText(Object claim, String text) {
        return (claim instanceof String || claim instanceof Number || claim instanceof Boolean)
                && text.equals(claim.toString());
    }

    @Override
    public String toString() {
        return name + value.map(text -> "=" + text).orElse("");
    }
}
