package org.customactions.web;

import java.time.Instant;
import java.util.UUID;
import org.customactions.support.ServiceResource;

/** Executions of an organization that are in its history without having been made. */
record PastRuns(UUID organization, UUID contact) {

    /** Stores so many that succeeded, a second apart, the newest at this time. */
    void succeeded(UUID action, Instant newest, int count) {
        store(action, newest, count, true, "success", "Opening URL");
    }

    /** Stores so many that failed, a second apart, the newest at this time. */
    void failed(UUID action, Instant newest, int count, String message) {
        store(action, newest, count, false, "timeout", message);
    }

    private void store(UUID action, Instant newest, int count, boolean success, String outcome, String message) {
        ServiceResource.database()
                .execute("""
                insert into custom_action_executions (id, created_at, lease_until, organization_id, action_id, action_type,
                    contact_id, user_id, user_name, success, outcome, message, duration_ms)
                select gen_random_uuid(), t, t, ?, ?, 'url', ?, 'sam', 'Sam', ?, ?, ?, 40
                from generate_series(0, ? - 1) as n,
                    lateral (select cast(? as timestamptz) - n * interval '1 second' as t) as times
                """, organization, action, contact, success, outcome, message, count, newest.toString());
    }
}
