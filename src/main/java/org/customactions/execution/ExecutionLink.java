package org.customactions.execution;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.customactions.database.ExpiringRows;
import org.customactions.identity.Caller;
import org.customactions.log.RecordedText;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The page that an execution led to. For 15 minutes, who clicked may ask for another redirect there, because browsers
 * block tabs and redirects are over within seconds.
 */
final class ExecutionLink {

    /**
     * Part of a statement's {@code with} clause that keeps the URL {@code :redirectUrl} of the execution
     * {@code :execution}, once {@link #bind} has set the other parameters.
     */
    static final String STORING = """
            link as (
                insert into execution_links (execution_id, organization_id, user_id, url, expires_at)
                values (:execution, :linkOrganization, :linkUser, :redirectUrl, now() + interval '15 minutes')
            )""";

    private static final String FIND = """
            select url
            from execution_links
            where execution_id = :execution and organization_id = :organization and user_id = :user
                and expires_at > now()
            """;

    private ExecutionLink() {}

    static void bind(Caller caller, Mutiny.AbstractQuery query) {
        query.setParameter("linkOrganization", caller.organizationId())
                .setParameter("linkUser", RecordedText.of(caller.userId()));
    }

    /** The URL; empty if the execution has none, was another user's, or ended more than 15 minutes ago. */
    static Uni<Optional<String>> find(Caller caller, UUID executionId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, String.class)
                        .setParameter("execution", executionId)
                        .setParameter("organization", caller.organizationId())
                        .setParameter("user", RecordedText.of(caller.userId()))
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** Deletes those that nobody can ask for any more. */
    static final class Cleaned {

        @Produces
        @Singleton
        ExpiringRows over() {
            return new ExpiringRows(
                    "links of executions", "execution_links", "execution_id", "expires_at", Duration.ZERO);
        }
    }
}
