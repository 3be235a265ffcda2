package org.customactions.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.Uuids;
import org.customactions.database.Database;
import org.customactions.identity.RoleDirectory;

/** Roles as the {@code users} table has them. */
@ApplicationScoped
public class UserRoles implements RoleDirectory {

    private final Database database;

    UserRoles(Database database) {
        this.database = database;
    }

    @Override
    public Uni<Optional<String>> roleOf(UUID organizationId, String userId) {
        return Uuids.parse(userId)
                .map(id ->
                        database.inSession(() -> User.<User>find("organizationId = ?1 and id = ?2", organizationId, id)
                                .firstResult()
                                .map(user -> Optional.ofNullable(user)
                                        .map(found -> found.role)
                                        .filter(role -> !role.isBlank()))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
