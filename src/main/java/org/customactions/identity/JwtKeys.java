package org.customactions.identity;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.customactions.identity.keys.VerificationKeys;
import org.eclipse.microprofile.config.Config;

/**
 * Checks the key that tokens are verified with: without a key, with two, or with a weak one, the service must not
 * start.
 */
public final class JwtKeys {

    private static final String LOCATION = "MP_JWT_VERIFY_PUBLICKEY_LOCATION";
    private static final String SECRET = "CUSTOM_ACTIONS_JWT_SECRET";

    /** A key that is shorter than HS256's output is weaker than the algorithm (RFC 7518, section 3.2). */
    private static final int MIN_SECRET_BYTES = 32;

    private JwtKeys() {}

    /** @throws ConfigurationException if the key cannot be used */
    public static void check(Config configuration) {
        var location = configuration.getOptionalValue("mp.jwt.verify.publickey.location", String.class);
        var secret = configuration.getOptionalValue("custom-actions.jwt.secret", String.class);
        if (location.isPresent() && secret.isPresent()) {
            throw new ConfigurationException(
                    "Set only one of %s and %s: tokens are verified with one kind of key".formatted(LOCATION, SECRET));
        }
        if (location.isEmpty() && secret.isEmpty()) {
            throw new ConfigurationException(
                    ("Set %s (path or URL of a public key or key set, for RS256 and ES256 tokens) or %s (for"
                                    + " HS256 tokens): without a key no token can be verified")
                            .formatted(LOCATION, SECRET));
        }
        secret.ifPresent(JwtKeys::checkSecret);
        location.ifPresent(JwtKeys::checkLocation);
    }

    private static void checkSecret(String secret) {
        if (secret.getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_BYTES) {
            throw new ConfigurationException("%s must be at least %d bytes long".formatted(SECRET, MIN_SECRET_BYTES));
        }
    }

    private static void checkLocation(String location) {
        if (location.startsWith("http") && !isUrl(location.strip())) {
            throw new ConfigurationException("%s is not a URL: %s".formatted(LOCATION, location));
        }
        file(location).flatMap(JwtKeys::fault).ifPresent(fault -> {
            throw new ConfigurationException("%s names a file that %s: %s".formatted(LOCATION, fault, location));
        });
    }

    /** As the client reads it: names of hosts may have underscores, as those of containers do. */
    private static boolean isUrl(String location) {
        try {
            return !new URL(location).getHost().isEmpty();
        } catch (MalformedURLException e) {
            return false;
        }
    }

    private static Optional<String> fault(Path file) {
        try {
            return VerificationKeys.read(Files.readString(file))
                            .filter(keys -> !keys.isEmpty())
                            .isPresent()
                    ? Optional.empty()
                    : Optional.of("holds neither a public key (PEM) nor a key set (JWKS)");
        } catch (IOException e) {
            return Optional.of("cannot be read");
        }
    }

    /** The file of a location; empty for another kind of URL, which is read when it is needed. */
    private static Optional<Path> file(String location) {
        if (location.startsWith("file:")) {
            return Optional.of(Path.of(URI.create(location).getPath()));
        }
        return location.matches("[a-z]{2,}:.*") ? Optional.empty() : Optional.of(Path.of(location));
    }
}
