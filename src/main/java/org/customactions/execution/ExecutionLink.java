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

/**
 * The page that an execution led to. For 15 minutes, who clicked may ask for another redirect there, because browsers
 * block tabs and redirects are over within seconds.
 */
final class ExecutionLink {

    /**
     * Part of a statement's {@code with} clause that keeps the URLs of executions. The part {@code ended} has their
     * {@code execution}, {@code organization}, {@code user_id} and {@code redirect_url}, which is null where there is
     * none.
     */
    static final String STORING = """
            link as (
                insert into execution_links (execution_id, organization_id, user_id, url, expires_at)
                select execution, organization, user_id, redirect_url, now() + interval '15 minutes'
                from ended
                where redirect_url is not null
            )""";

    private static final String FIND = """
            select url
            from execution_links
            where execution_id = :execution and organization_id = :organization and user_id = :user
                and expires_at > now()
            """;

    private ExecutionLink() {}

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
