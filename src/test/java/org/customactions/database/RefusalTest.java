package org.customactions.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.EOFException;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What waiting does not help with, by what the drivers say. {@code DatabaseTlsTest} asks the drivers themselves. */
class RefusalTest {

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        new SQLException(
                                "The server requested SCRAM-based authentication, but the password is an empty string.",
                                "08004"),
                        "DB_PASSWORD is not set, "),
                Arguments.of(
                        new SQLException(
                                "The server requested password-based authentication, but no password was provided by plugin null",
                                "08004"),
                        "DB_PASSWORD is not set, "),
                Arguments.of(
                        new SQLException("The server does not support SSL.", "08004"),
                        "PostgreSQL speaks no TLS, which DB_SSLMODE asks for"),
                Arguments.of(
                        new Exception("Postgres Server does not handle SSL connection"),
                        "PostgreSQL speaks no TLS, which DB_SSLMODE asks for"),
                Arguments.of(
                        new SQLException(
                                "SSL error: x",
                                "08006",
                                caused(new SSLHandshakeException("x"), new CertificateException("expired"))),
                        "The certificate of PostgreSQL is not trusted (expired): "),
                Arguments.of(
                        caused(new SSLHandshakeException("x"), new CertificateException("No name matching db found")),
                        "The certificate of PostgreSQL is not for the host that DB_HOST names: "),
                Arguments.of(
                        new SQLException("SSL error: x", "08006", new SSLHandshakeException("protocol_version")),
                        "TLS with PostgreSQL failed (protocol_version): "),
                Arguments.of(
                        new VertxException("SSL handshake failed", true),
                        "TLS with PostgreSQL failed (SSL handshake failed): "),
                Arguments.of(
                        postgres("no pg_hba.conf entry for host \"::1\", no encryption", "28000"),
                        "PostgreSQL refuses the connection (FATAL: no pg_hba.conf entry for host \"::1\", no encryption"),
                Arguments.of(
                        postgres("password authentication failed for user \"app\"", "28P01"),
                        "PostgreSQL refuses the connection (FATAL: password authentication failed for user \"app\""),
                Arguments.of(postgres("SASL authentication failed", "08P01"), "PostgreSQL refuses the connection ("),
                Arguments.of(
                        postgres("unsupported startup parameter: search_path", "08P01"),
                        "PgBouncer refuses the connection (FATAL: unsupported startup parameter: search_path"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void shouldTellWhatToChange(Throwable failure, String sentence) {
        assertThat(Refusal.of(new IllegalStateException(failure)))
                .hasValueSatisfying(
                        told -> assertThat(told).startsWith(sentence).doesNotContain("\n"));
    }

    static Stream<Throwable> passing() {
        return Stream.of(
                new ConnectException("Connection refused"),
                new SQLException("The connection attempt failed.", "08001"),
                new SQLException("SSL error: x", "08006", caused(new SSLHandshakeException("x"), new EOFException())),
                postgres("the database system is starting up", "57P03"),
                postgres("sorry, too many clients already", "53300"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void shouldWaitForWhatPasses(Throwable failure) {
        assertThat(Refusal.of(failure)).isEmpty();
        assertThat(DatabaseFailures.isUnavailable(failure)).isTrue();
    }

    private static PgException postgres(String message, String state) {
        return new PgException(message, "FATAL", state, null);
    }

    private static Throwable caused(Throwable failure, Throwable cause) {
        return failure.initCause(cause);
    }
}
