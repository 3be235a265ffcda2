package org.customactions.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Finds the caller of the current request and its permissions. */
@ApplicationScoped
public class Callers {

    private final JsonWebToken token;
    private final RoleDirectory directory;
    private final Set<String> managerRoles;

    Callers(JsonWebToken token, RoleDirectory directory, IdentityConfiguration configuration) {
        this.token = token;
        this.directory = directory;
        this.managerRoles = configuration.managerRoles();
    }

    /** @throws ApiException 401 if the token names no organization or no user */
    public Caller current() {
        return CallerClaims.read(token);
    }

    /** The caller, if it may manage; fails with 403 otherwise. */
    public Uni<Caller> manager() {
        var caller = current();
        return isManager(caller).map(allowed -> {
            if (!allowed) {
                throw ApiException.of(
                        ErrorType.FORBIDDEN,
                        "Only these roles may do this: " + String.join(", ", new TreeSet<>(managerRoles)));
            }
            return caller;
        });
    }

    /** Whether the caller may manage. Asks the directory only if the token names no role. */
    public Uni<Boolean> isManager(Caller caller) {
        var role = caller.role().isPresent()
                ? Uni.createFrom().item(caller.role())
                : directory.roleOf(caller.organizationId(), caller.userId());
        return role.map(known -> managerRoles.contains(known.orElse(Caller.DEFAULT_ROLE)));
    }
}
