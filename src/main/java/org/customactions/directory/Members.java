package org.customactions.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.customactions.database.Database;
import org.customactions.identity.MemberDirectory;

/** Reads members of organizations from the {@code users} table. */
@ApplicationScoped
class Members implements MemberDirectory {

    private final Database database;

    Members(Database database) {
        this.database = database;
    }

    @Override
    public Uni<Optional<Member>> find(UUID organizationId, String userId) {
        return database.inSession(() -> User.findIn(organizationId, userId)).map(Members::member);
    }

    @Override
    public Uni<Optional<Member>> findInTurn(UUID ofToken, UUID organizationId, String userId) {
        return database.inTurn(ofToken, () -> User.findIn(organizationId, userId))
                .map(Members::member);
    }

    private static Optional<Member> member(Optional<User> found) {
        return found.map(user -> new Member(Optional.ofNullable(user.role).filter(role -> !role.isBlank())));
    }
}
