package org.customactions.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.customactions.api.ApiException;
import org.customactions.api.ErrorType;
import org.customactions.async.OwnContext;
import org.customactions.async.Uncancellable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Runs all work on the database, so that every piece has a deadline and a database that is away always means the same
 * failure: 503, try again. The work itself must do nothing but talk to the database.
 */
@ApplicationScoped
public class Database {

    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** Quarkus' setting for a pooler such as PgBouncer in transaction mode. */
    private static final String LAYER_7_PROXY = "quarkus.datasource.reactive.postgresql.use-layer7-proxy";

    private final Vertx vertx;
    private final Pool pool;
    private final Migration migration;
    private final ReadPlaces places;
    private final Duration timeout;
    private final boolean isPooledByTransaction;

    Database(
            Vertx vertx,
            Pool pool,
            Migration migration,
            ReadPlaces places,
            DatabaseConfiguration configuration,
            @ConfigProperty(name = LAYER_7_PROXY, defaultValue = "false") boolean isPooledByTransaction) {
        this.vertx = vertx;
        this.pool = pool;
        this.migration = migration;
        this.places = places;
        this.timeout = configuration.timeout();
        this.isPooledByTransaction = isPooledByTransaction;
    }

    /** Runs work whose statements are independent, without the round trips of a transaction. */
    public <T> Uni<T> inSession(Supplier<Uni<T>> work) {
        return guarded(() -> session(work));
    }

    /**
     * Like {@link #inSession}, but on a context of its own: for work that belongs to no request or outlives its
     * request. May be called on any thread.
     */
    public <T> Uni<T> apart(Supplier<Uni<T>> work) {
        return OwnContext.of(vertx, () -> inSession(work));
    }

    /**
     * Like {@link #apart}, for one statement that the driver executes without a mapper in between: where arrays go in
     * or bytes come out.
     */
    public Uni<RowSet<Row>> statement(String sql, Tuple values) {
        return OwnContext.of(
                vertx,
                () -> guarded(() ->
                        onConnection(connection -> connection.preparedQuery(sql).execute(values))));
    }

    /** The pool's own way of executing a statement logs an error for each that has waited in vain for a connection. */
    private <T> Uni<T> onConnection(Function<SqlClient, Uni<T>> work) {
        return isPooledByTransaction ? pool.withTransaction(work::apply) : pool.withConnection(work::apply);
    }

    /** Whether each statement may run on another connection, so that none can be kept for listening. */
    public boolean isPooledByTransaction() {
        return isPooledByTransaction;
    }

    /**
     * Like {@link #inSession}, for a call that only reads: it takes turns with other reads of the organization, and
     * fails with 429 if too many are under way.
     */
    public <T> Uni<T> reading(UUID organizationId, Supplier<Uni<T>> work) {
        return withDeadline(() -> places.in(organizationId, () -> session(work)));
    }

    /**
     * Like {@link #reading}, for what has to be known before the call itself: it takes its turn too, but is not
     * refused.
     */
    public <T> Uni<T> inTurn(UUID organizationId, Supplier<Uni<T>> work) {
        return withDeadline(() -> places.inTurn(organizationId, () -> session(work)));
    }

    /**
     * Counts a call among the reads of its organization as {@link #reading} does, while it waits for a read that it
     * shares with other calls.
     */
    public <T> Uni<T> sharing(UUID organizationId, Supplier<Uni<T>> waiting) {
        return places.sharing(organizationId, waiting);
    }

    /** Does a read that several calls share in the organization's turn, without a session. */
    public <T> Uni<T> shared(UUID organizationId, Function<SqlClient, Uni<T>> work) {
        return withDeadline(() -> places.shared(organizationId, () -> onConnection(work)));
    }

    /** The same in a session. */
    public <T> Uni<T> sharedInSession(UUID organizationId, Supplier<Uni<T>> work) {
        return withDeadline(() -> places.shared(organizationId, () -> session(work)));
    }

    /**
     * Statements of one kind that calls share.
     *
     * @param place what a call writes to besides its own rows; no two calls of one statement write to one place
     */
    public <C, R> SharedStatements<C, R> statements(
            SharedStatements.Statement<C, R> statement, Function<C, Optional<String>> place) {
        return new SharedStatements<>(vertx, pool.getDelegate(), isPooledByTransaction, statement, place);
    }

    /** Executes a call in a statement that it shares with others of the same time. */
    public <C, R> Uni<R> together(SharedStatements<C, R> statements, C call) {
        return withDeadline(() -> statements.add(call));
    }

    /** Like {@link #together}, on a context of its own; may be called on any thread. */
    public <C, R> Uni<R> togetherApart(SharedStatements<C, R> statements, C call) {
        return OwnContext.of(vertx, () -> together(statements, call));
    }

    /** Runs work that takes effect as a whole or not at all. */
    public <T> Uni<T> inTransaction(Supplier<Uni<T>> work) {
        return guarded(() -> Panache.withTransaction(work));
    }

    /**
     * Such a pooler may prepare a statement on one connection and look for it on another, unless both are in one
     * transaction.
     */
    private <T> Uni<T> session(Supplier<Uni<T>> work) {
        return isPooledByTransaction ? Panache.withTransaction(work) : Panache.withSession(work);
    }

    private <T> Uni<T> guarded(Supplier<Uni<T>> work) {
        // If the caller stops waiting, the work must go on, or nobody would give its connection back.
        return withDeadline(() -> Uncancellable.of(work));
    }

    private <T> Uni<T> withDeadline(Supplier<Uni<T>> work) {
        if (!migration.isDone()) {
            return Uni.createFrom().failure(unavailable("the schema has not been brought up to date yet"));
        }
        var context = Vertx.currentContext();
        return work.get()
                .ifNoItem()
                .after(timeout)
                .failWith(() -> new TimeoutException("no answer within " + timeout.toMillis() + " ms"))
                // A deadline passes on a timer's thread; the rest has to run on the request's own.
                .emitOn(task -> context.runOnContext(ignored -> task.run()))
                .onFailure(failure -> DatabaseFailures.isUnavailable(failure)
                        || Refusal.of(failure).isPresent())
                .transform(failure ->
                        unavailable(Refusal.of(failure).orElseGet(() -> DatabaseFailures.describe(failure))));
    }

    private static ApiException unavailable(String reason) {
        LOG.warnf("The database cannot be used: %s", reason);
        return ApiException.passing(
                ErrorType.UNAVAILABLE, "The service cannot reach its database, please try again shortly", RETRY_AFTER);
    }
}
