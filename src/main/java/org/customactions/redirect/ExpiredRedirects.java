package org.customactions.redirect;

import jakarta.enterprise.context.ApplicationScoped;
import org.customactions.database.ExpiringRows;

/** Redirects that nobody followed within their lifetime. */
@ApplicationScoped
public class ExpiredRedirects implements ExpiringRows {

    @Override
    public String name() {
        return "redirects that nobody had followed";
    }

    @Override
    public String table() {
        return "redirect_tokens";
    }

    @Override
    public String id() {
        return "token_hash";
    }

    @Override
    public String expiry() {
        return "expires_at";
    }
}
