package org.customactions.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import org.customactions.database.ExpiringRows;

/** Keys that were used more than 24 hours ago, with the answers that were kept for them. */
@ApplicationScoped
public class ExpiredKeys implements ExpiringRows {

    @Override
    public String name() {
        return "idempotency keys whose 24 hours were over";
    }

    @Override
    public String table() {
        return "custom_action_keys";
    }

    @Override
    public String id() {
        return "key_hash";
    }

    @Override
    public String expiry() {
        return "expires_at";
    }
}
