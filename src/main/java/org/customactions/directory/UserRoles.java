package org.customactions.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.customactions.database.Database;
import org.customactions.identity.RoleDirectory;

/** Reads roles from the {@code users} table. */
@ApplicationScoped
class UserRoles implements RoleDirectory {

    private final Database database;

    UserRoles(Database database) {
        this.database = database;
    }

    @Override
    public Uni<Optional<String>> roleOf(UUID organizationId, String userId) {
        return database.inSession(() -> User.findIn(organizationId, userId))
                .map(found -> found.map(user -> user.role).filter(role -> !role.isBlank()));
    }
}
