package org.customactions.kind;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.customactions.api.FieldError;

/**
 * A place in a config that uses a secret of the organization.
 *
 * @param field as in a complaint, such as {@code config.body}
 * @param name of the secret
 */
public record SecretUse(String field, String name) {

    private static final int MAX_SHOWN = 64;

    /** The names, each once. */
    public static Set<String> names(List<SecretUse> uses) {
        return uses.stream().map(SecretUse::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The complaints about those of the uses whose secret is missing. */
    public static List<FieldError> complaints(List<SecretUse> uses, Set<String> missing) {
        return uses.stream()
                .filter(use -> missing.contains(use.name()))
                .map(use -> new FieldError(
                        use.field(), "There is no secret %s; add it first, or correct its name".formatted(use.shown())))
                .toList();
    }

    private String shown() {
        return name.length() > MAX_SHOWN ? name.substring(0, MAX_SHOWN) + "…" : name;
    }
}
