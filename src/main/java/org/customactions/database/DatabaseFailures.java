package org.customactions.database;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Tells apart a database that cannot be reached, which passes, and a statement that is wrong, which does not. */
public final class DatabaseFailures {

    /**
     * SQLSTATEs of PostgreSQL (appendix A of its manual) that may be gone at a later try: too many connections,
     * shutdown, crash, start-up, a cancelled statement, a standby that cannot write, and a transaction that paused for
     * too long.
     */
    private static final Set<String> PASSING_STATES =
            Set.of("53300", "57P01", "57P02", "57P03", "57P05", "57014", "25006", "25P03", "55P03");

    private static final String CONNECTION_EXCEPTION_CLASS = "08";

    private DatabaseFailures() {}

    /**
     * Whether a failure of a database call means that the database is away, starting, full or too slow to answer. Only
     * for failures of database calls: elsewhere the same exceptions mean something else.
     */
    static boolean isUnavailable(Throwable failure) {
        return anyCause(
                failure,
                cause -> cause instanceof IOException
                        || cause instanceof TimeoutException
                        || cause instanceof ClosedConnectionException
                        || (cause instanceof VertxException && !(cause instanceof PgException))
                        || cause instanceof NoStackTraceThrowable
                        || sqlState(cause).filter(DatabaseFailures::isPassing).isPresent());
    }

    /** Whether a statement failed because its table has no such key as it names after {@code on conflict}. */
    public static boolean isMissingKey(Throwable failure) {
        return anyCause(
                failure, cause -> sqlState(cause).filter("42P10"::equals).isPresent());
    }

    /** The sentence for the operator about a failed connection. */
    static String explain(Throwable failure) {
        return Refusal.of(failure).orElseGet(() -> "The database cannot be reached: " + describe(failure));
    }

    /** The innermost reason on one line, for a log. */
    static String describe(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.lines().findFirst().orElse("");
    }

    private static boolean isPassing(String sqlState) {
        return sqlState.startsWith(CONNECTION_EXCEPTION_CLASS) || PASSING_STATES.contains(sqlState);
    }

    static Optional<String> sqlState(Throwable cause) {
        if (cause instanceof PgException postgres) {
            return Optional.ofNullable(postgres.getSqlState());
        }
        return cause instanceof SQLException sql ? Optional.ofNullable(sql.getSQLState()) : Optional.empty();
    }

    static boolean anyCause(Throwable failure, Predicate<Throwable> matches) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (matches.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
