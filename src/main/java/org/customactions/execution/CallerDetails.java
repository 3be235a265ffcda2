package org.customactions.execution;

import io.vertx.sqlclient.Row;
import java.util.Optional;
import org.customactions.directory.Organization;
import org.customactions.directory.User;

/** What the directory knows of a caller, for what the token does not say; empty where it knows nothing. */
record CallerDetails(
        Optional<String> name, Optional<String> email, Optional<String> role, Optional<String> organizationName) {

    /** As {@link StartStatement} reads it. */
    static CallerDetails of(Row row) {
        return new CallerDetails(
                text(row, "full_name"), text(row, "email"), text(row, "role"), text(row, "organization_name"));
    }

    static CallerDetails of(Optional<User> user, Optional<Organization> organization) {
        return new CallerDetails(
                user.map(row -> row.fullName),
                user.map(row -> row.email),
                user.map(row -> row.role),
                organization.map(row -> row.name));
    }

    private static Optional<String> text(Row row, String column) {
        return Optional.ofNullable(row.getString(column));
    }
}
