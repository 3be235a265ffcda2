package org.customactions.redirect;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.customactions.api.ApiPaths;
import org.customactions.crypto.Sha256;
import org.customactions.database.Database;
import org.customactions.database.SharedStatements;

/** Issues and redeems the tokens of one-time redirects. */
@ApplicationScoped
public class Redirects {

    /** Path below which tokens are redeemed. */
    public static final String PATH = ApiPaths.ACTIONS + "/redirect";

    /** 256 random bits. */
    private static final int TOKEN_BYTES = 32;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SecureRandom random = new SecureRandom();
    private final Database database;
    private final RedirectConfiguration configuration;
    private final SharedStatements<String, Optional<String>> redemptions;

    Redirects(Database database, RedirectConfiguration configuration) {
        this.database = database;
        this.configuration = configuration;
        this.redemptions = database.statements(RedirectToken::redeem, Optional::of);
    }

    /** A redirect with a new token. It works as soon as it is stored. */
    public NewRedirect to(String url) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new NewRedirect(PATH + "/" + token, Sha256.hex(token), url, configuration.lifetime());
    }

    /** The URL of a token; empty if the token is unknown, expired or used. */
    Uni<Optional<String>> redeem(String token) {
        return TOKEN.matcher(token).matches()
                ? database.together(redemptions, Sha256.hex(token))
                : Uni.createFrom().item(Optional.empty());
    }
}
