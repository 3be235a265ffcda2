package org.customactions.database;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whether connections to PostgreSQL are encrypted and what its certificate has to be, the same for both drivers.
 *
 * @param mode as {@code sslmode} of libpq
 * @param authorities PEM file of the authorities that certificates are checked with; those of Java if empty
 */
record DatabaseTls(SslMode mode, Optional<String> authorities) {

    private static final List<SslMode> MODES =
            List.of(SslMode.DISABLE, SslMode.PREFER, SslMode.REQUIRE, SslMode.VERIFY_CA, SslMode.VERIFY_FULL);

    /**
     * What {@code DB_SSLMODE} and {@code DB_SSLROOTCERT} say. As with libpq, {@code require} with a file of authorities
     * is {@code verify-ca}.
     *
     * @param settings the value of a setting, empty if it is not set
     * @throws ConfigurationException if one of them cannot be used
     */
    static DatabaseTls of(UnaryOperator<String> settings) {
        var mode = mode(settings.apply("DB_SSLMODE").strip());
        var file = Optional.of(settings.apply("DB_SSLROOTCERT").strip()).filter(text -> !text.isEmpty());
        if (file.isPresent() && (mode == SslMode.DISABLE || mode == SslMode.PREFER)) {
            throw new ConfigurationException(
                    ("DB_SSLROOTCERT needs DB_SSLMODE=verify-full or verify-ca: with %s no" + " certificate is checked")
                            .formatted(mode.value));
        }
        return new DatabaseTls(file.isPresent() && mode == SslMode.REQUIRE ? SslMode.VERIFY_CA : mode, file);
    }

    private static SslMode mode(String word) {
        return MODES.stream()
                .filter(mode -> mode.value.equals(word.isEmpty() ? SslMode.PREFER.value : word))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("DB_SSLMODE cannot be \"%s\": it must be one of %s"
                        .formatted(word, MODES.stream().map(mode -> mode.value).collect(Collectors.joining(", ")))));
    }

    /** @throws ConfigurationException if the file of authorities holds none */
    void check() {
        authorities.ifPresent(file -> fault(file).ifPresent(fault -> {
            throw new ConfigurationException("DB_SSLROOTCERT names a file that %s: %s".formatted(fault, file));
        }));
    }

    private static Optional<String> fault(String file) {
        try (var stream = Files.newInputStream(Path.of(file))) {
            return CertificateFactory.getInstance("X.509")
                            .generateCertificates(stream)
                            .isEmpty()
                    ? Optional.of("holds no certificate (PEM)")
                    : Optional.empty();
        } catch (CertificateException e) {
            return Optional.of("holds no certificate (PEM)");
        } catch (IOException | InvalidPathException e) {
            return Optional.of("cannot be read");
        }
    }

    /** As parameters of a JDBC URL. */
    String inJdbcUrl() {
        var parameter = "sslmode=" + mode.value;
        if (!isVerified()) {
            return parameter;
        }
        return parameter
                + authorities
                        .map(file -> "&sslrootcert=" + DatabaseAddress.encoded(file))
                        .orElse("&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
    }

    /** For the reactive driver. */
    void applyTo(PgConnectOptions options) {
        options.setSslMode(mode);
        if (isVerified()) {
            options.setTrustAll(false)
                    .setTrustOptions(authorities
                            .<TrustOptions>map(file -> new PemTrustOptions().addCertPath(file))
                            .orElseGet(DatabaseTls::ofJava));
            options.setHostnameVerificationAlgorithm(mode == SslMode.VERIFY_FULL ? "HTTPS" : "");
        } else if (options.getTrustOptions() == null) {
            options.setTrustAll(true);
        }
    }

    private boolean isVerified() {
        return mode == SslMode.VERIFY_CA || mode == SslMode.VERIFY_FULL;
    }

    private static TrustOptions ofJava() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return TrustOptions.wrap(factory.getTrustManagers()[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no authorities of its own", e);
        }
    }
}
