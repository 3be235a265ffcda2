package org.customactions.database;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * Why no connection comes about although PostgreSQL, or a pooler before it, answered: told as what to change, since
 * waiting does not help.
 */
final class Refusal {

    /** Wrong password, unknown role, unknown database; the last is the driver's, before it asks PostgreSQL. */
    private static final Set<String> STATES = Set.of("28000", "28P01", "3D000", "08004");

    /** PgBouncer says so under a code of its own. */
    private static final List<String> POOLERS_WORDS =
            List.of("SASL authentication failed", "password authentication failed", "no such database", "no such user");

    private Refusal() {}

    /** The sentence for the operator; empty if this is another failure. */
    static Optional<String> of(Throwable failure) {
        var reason = DatabaseFailures.describe(failure);
        if (says(failure, "no password was provided") || says(failure, "password is an empty string")) {
            return Optional.of("DB_PASSWORD is not set, and PostgreSQL asks for the password of DB_USERNAME");
        }
        if (says(failure, "not support SSL") || says(failure, "not handle SSL")) {
            return Optional.of(
                    "PostgreSQL speaks no TLS, which DB_SSLMODE asks for: switch it on there (ssl = on), or use"
                            + " DB_SSLMODE=prefer");
        }
        if (says(failure, "could not be verified by hostnameverifier")
                || says(failure, "No subject alternative")
                || says(failure, "No name matching")) {
            return Optional.of(
                    "The certificate of PostgreSQL is not for the host that DB_HOST names: set DB_HOST to a name"
                            + " that is in it, or use DB_SSLMODE=verify-ca");
        }
        if (DatabaseFailures.anyCause(failure, GeneralSecurityException.class::isInstance)) {
            return Optional.of(
                    "The certificate of PostgreSQL is not trusted (%s): set DB_SSLROOTCERT to the file of the"
                                    .formatted(reason)
                            + " authority that signed it");
        }
        if (DatabaseFailures.anyCause(failure, Refusal::isOfTls) || says(failure, "SSL handshake failed")) {
            return Optional.of(
                    "TLS with PostgreSQL failed (%s): check DB_SSLMODE, and DB_SSLROOTCERT and DB_HOST against the"
                                    .formatted(reason)
                            + " certificate there");
        }
        if (says(failure, "no pg_hba.conf entry")) {
            return Optional.of(
                    "PostgreSQL refuses the connection (%s): check DB_NAME, DB_USERNAME, DB_PASSWORD and DB_SSLMODE, and"
                                    .formatted(reason)
                            + " pg_hba.conf there");
        }
        if (says(failure, "unsupported startup parameter")) {
            return Optional.of("PgBouncer refuses the connection (%s): name it in its ignore_startup_parameters"
                    .formatted(reason));
        }
        return isRefused(failure)
                ? Optional.of("PostgreSQL refuses the connection (%s): check DB_NAME, DB_USERNAME and DB_PASSWORD"
                        .formatted(reason))
                : Optional.empty();
    }

    private static boolean says(Throwable failure, String words) {
        return DatabaseFailures.anyCause(
                failure,
                cause -> cause.getMessage() != null && cause.getMessage().contains(words));
    }

    /** Unless the connection broke, which happens while PostgreSQL starts. */
    private static boolean isOfTls(Throwable cause) {
        return cause instanceof SSLException && !(cause.getCause() instanceof IOException);
    }

    private static boolean isRefused(Throwable failure) {
        return POOLERS_WORDS.stream().anyMatch(words -> says(failure, words))
                || DatabaseFailures.anyCause(
                        failure,
                        cause -> DatabaseFailures.sqlState(cause)
                                .filter(STATES::contains)
                                .isPresent());
    }
}
