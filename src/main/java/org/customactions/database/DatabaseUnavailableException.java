package org.customactions.database;

/** The database is away, starting, full or too slow to answer; the same call may succeed a little later. */
public final class DatabaseUnavailableException extends RuntimeException {

    DatabaseUnavailableException(Throwable cause) {
        super(DatabaseFailures.describe(cause), cause);
    }

    DatabaseUnavailableException(String message) {
        super(message);
    }
}
