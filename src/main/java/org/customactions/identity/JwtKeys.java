package org.customactions.identity;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stops a start in which no token, or anybody's token, could be verified. */
@ApplicationScoped
public class JwtKeys {

    private static final String LOCATION = "MP_JWT_VERIFY_PUBLICKEY_LOCATION";
    private static final String SECRET = "CUSTOM_ACTIONS_JWT_SECRET";

    /** A shorter key than HS256's own output is weaker than the algorithm (RFC 7518, section 3.2). */
    private static final int MIN_SECRET_BYTES = 32;

    private static final int FAILED = 1;

    void check(
            @Observes @Priority(1) StartupEvent event,
            JwtConfiguration configuration,
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> location) {
        if (location.isPresent() == configuration.secret().isPresent()) {
            throw stop(
                    location.isPresent()
                            ? "Set only one of %s and %s: tokens are verified with one kind of key"
                                    .formatted(LOCATION, SECRET)
                            : ("Set %s (path or URL of a public key or key set, for RS256 and ES256 tokens) or %s (for HS256"
                                            + " tokens): without a key no token can be verified")
                                    .formatted(LOCATION, SECRET));
        }
        configuration
                .secret()
                .filter(secret -> secret.getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_BYTES)
                .ifPresent(secret -> {
                    throw stop("%s must be at least %d bytes long".formatted(SECRET, MIN_SECRET_BYTES));
                });
        location.filter(JwtKeys::isMissingFile).ifPresent(path -> {
            throw stop("%s names a file that cannot be read: %s".formatted(LOCATION, path));
        });
    }

    private static boolean isMissingFile(String location) {
        var isUrl = location.matches("[a-z]{2,}:.*");
        return !isUrl && location.startsWith("/") && !Files.isReadable(Path.of(location));
    }

    private static PreventFurtherStepsException stop(String message) {
        return new PreventFurtherStepsException(message, FAILED);
    }
}
