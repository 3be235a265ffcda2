package org.customactions.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The roles that may manage, in any case of letters. */
@ApplicationScoped
class ManagerRoles {

    private final SortedSet<String> configured;
    private final Set<String> roles;

    ManagerRoles(IdentityConfiguration configuration) {
        this.configured =
                configuration.managerRoles().stream().map(String::strip).collect(Collectors.toCollection(TreeSet::new));
        this.roles = configured.stream().map(ManagerRoles::comparable).collect(Collectors.toUnmodifiableSet());
    }

    private static String comparable(String role) {
        return role.strip().toLowerCase(Locale.ROOT);
    }

    boolean contains(String role) {
        return roles.contains(comparable(role));
    }

    /** The roles in the same order, but with the first that may manage in front. */
    List<String> first(List<String> given) {
        return Stream.concat(given.stream().filter(this::contains).limit(1), given.stream())
                .distinct()
                .toList();
    }

    /** For people, in alphabetical order. */
    Collection<String> names() {
        return configured;
    }
}
