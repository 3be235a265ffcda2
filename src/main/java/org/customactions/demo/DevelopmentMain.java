package org.customactions.demo;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.customactions.http.RequestUris;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Starts the service for development, with its own database and signing secret if none are set. It sets them through
 * the same properties as an operator, so the service starts as it does in production.
 */
@QuarkusMain(name = DevelopmentMain.NAME)
public class DevelopmentMain {

    /** Value of {@code quarkus.package.main-class} in the development profile. */
    static final String NAME = "development";

    private static final int SECRET_BYTES = 32;

    public static void main(String... arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        // Properties survive a reload of the application, and so does the database of its first start.
        if (isUnset("DB_HOST")) {
            DevelopmentDatabase.start();
        }
        if (isUnset("custom-actions.jwt.secret") && isUnset("mp.jwt.verify.publickey.location")) {
            var secret = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(secret);
            System.setProperty(
                    "custom-actions.jwt.secret",
                    Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        }
        RequestUris.checkHere();
        Quarkus.run(arguments);
    }

    private static boolean isUnset(String property) {
        Config config = ConfigProvider.getConfig();
        return config.getOptionalValue(property, String.class).isEmpty();
    }
}
