package org.customactions.idempotency;

import io.smallrye.mutiny.Uni;
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
    public Uni<Integer> deleteSome(int limit) {
        return KeyUse.deleteExpired(limit);
    }
}
