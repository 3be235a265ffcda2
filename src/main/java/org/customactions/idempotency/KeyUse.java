package org.customactions.idempotency;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.database.ExpiringRows;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What was executed under a key. A row is claimed by the statement that an execution begins with, so of any number of
 * calls with one key, on whichever replicas, one executes; and it is there before anything is sent. The database's
 * clock decides when it is over.
 */
@Entity
@Immutable
@Table(name = "custom_action_keys")
public class KeyUse extends PanacheEntityBase {

    /**
     * Part of a statement's {@code with} clause that claims the keys of executions. The part {@code runnable} has their
     * {@code key_hash}, which is null where there is none, {@code execution}, {@code contact_id} and
     * {@code lease_until}. What is claimed has a row with the {@code key_hash}. A key that was used more than 24 hours
     * ago is free again.
     *
     * <p>In order, as all statements here write them, so that no two wait for each other.
     */
    public static final String CLAIMING = """
            claimed as (
                insert into custom_action_keys as k (key_hash, execution_id, contact_id, lease_until, expires_at)
                select key_hash, execution, contact_id, lease_until, now() + interval '24 hours'
                from runnable
                where key_hash is not null
                order by key_hash
                on conflict (key_hash) do update
                    set execution_id = excluded.execution_id, contact_id = excluded.contact_id,
                        lease_until = excluded.lease_until, expires_at = excluded.expires_at, answer = null
                    where k.expires_at <= now()
                returning key_hash
            )""";

    /**
     * Part of a statement's {@code with} clause that keeps answers for the next calls with their keys. The part
     * {@code ended} has their {@code key_hash}, {@code execution} and {@code answer}; where that is null, the outcome
     * is no longer waited for.
     */
    public static final String ANSWERING = """
            answered as (
                update custom_action_keys k
                set answer = coalesce(e.answer, k.answer),
                    lease_until = case when e.answer is null then now() else k.lease_until end
                from (select key_hash, execution, answer from ended where key_hash is not null order by key_hash) as e
                where k.key_hash = e.key_hash and k.execution_id = e.execution
            )""";

    /** Part of a statement's {@code with} clause that frees the key of an execution that never began. */
    public static final String RELEASING = """
            released as (
                delete from custom_action_keys
                where key_hash = :keyHash and execution_id = :execution and answer is null
            )""";

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    @Id
    @Column(name = "key_hash")
    public String hash;

    /** The execution, or what else was made under the key. */
    @Column(name = "execution_id")
    public UUID executionId;

    /** The contact of an execution; for other requests what tells them apart. */
    @Column(name = "contact_id")
    public UUID contactId;

    /** Whether the execution may still be under way, unless there is an answer. */
    @Formula("(lease_until > now())")
    public boolean isLeased;

    /** Whether the key is free again. */
    @Formula("(expires_at <= now())")
    public boolean isOver;

    /** As {@link ScopedKey#seal} made it; null where there is none. */
    @Column(name = "answer")
    public byte[] answer;

    /** Sets the key of the parts of a statement above. */
    public static void bind(ScopedKey key, Mutiny.AbstractQuery query) {
        query.setParameter("keyHash", key.hash());
    }

    private static final String TAKE_TURN =
            "select pg_try_advisory_xact_lock(hashtextextended('custom_action_keys/' || cast(:keyHash as text), 0))";

    private static final String KEEP = """
            insert into custom_action_keys as k
                (key_hash, execution_id, contact_id, lease_until, expires_at, answer)
            values (:keyHash, :result, :request, now(), now() + interval '24 hours', nullif(:answer, cast('' as bytea)))
            on conflict (key_hash) do update
                set execution_id = excluded.execution_id, contact_id = excluded.contact_id,
                    lease_until = excluded.lease_until, expires_at = excluded.expires_at, answer = excluded.answer
            """;

    /**
     * For work that is one transaction: whether no other transaction works under the key. Until this one ends, none
     * can.
     */
    public static Uni<Boolean> takeTurn(ScopedKey key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE_TURN, Boolean.class)
                        .setParameter("keyHash", key.hash())
                        .getSingleResult());
    }

    /**
     * Keeps what was made under the key in this transaction, which has the turn and has found nothing under it.
     *
     * @param result what was made
     * @param request tells another request from this one
     * @param answer as {@link ScopedKey#seal} made it; empty if it is not kept
     */
    public static Uni<Void> keep(ScopedKey key, UUID result, UUID request, byte[] answer) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter("keyHash", key.hash())
                        .setParameter("result", result)
                        .setParameter("request", request)
                        .setParameter("answer", answer)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The refusal of a call while another one works under its key. */
    public static ApiException stillRunning() {
        return ApiException.passing(
                ErrorType.CONFLICT,
                "The first call with this Idempotency-Key is still running; try again shortly",
                RETRY_AFTER);
    }

    /** Fails with 400 unless the key is used for the same request again. */
    public static void requireSame(boolean isSame) {
        if (!isSame) {
            throw ApiException.of(
                    ErrorType.VALIDATION_ERROR,
                    "This Idempotency-Key was used with another request body; use a new key for another request");
        }
    }

    /** What the key was used for within the last 24 hours. */
    public static Uni<Optional<KeyUse>> find(ScopedKey key) {
        return KeyUse.<KeyUse>find("hash = ?1 and isOver = false", key.hash())
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** Keys that were used more than 24 hours ago, with the answers that were kept for them. */
    static final class Cleaned {

        @Produces
        @Singleton
        ExpiringRows over() {
            return new ExpiringRows(
                    "idempotency keys whose 24 hours were over",
                    "custom_action_keys",
                    "key_hash",
                    "expires_at",
                    Duration.ZERO);
        }
    }
}
