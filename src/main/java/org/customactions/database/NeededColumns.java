package org.customactions.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the service reads and writes. The tables under these names may be views over a chat platform's, so that they can
 * lack a column although every migration has run.
 */
final class NeededColumns {

    private static final Map<String, List<String>> BY_TABLE = new LinkedHashMap<>();

    static {
        needs(
                "custom_actions",
                "id, created_at, updated_at, deleted_at, organization_id, name, icon, action_type, config,"
                        + " is_active, display_order");
        needs(
                "contacts",
                "id, created_at, updated_at, deleted_at, organization_id, phone_number, name, profile_name, tags,"
                        + " metadata");
        needs("users", "id, organization_id, email, full_name, role");
        needs("organizations", "id, name");
        needs("redirect_tokens", "token_hash, url, expires_at");
        needs(
                "custom_action_executions",
                "id, created_at, lease_until, organization_id, action_id, action_type, contact_id,"
                        + " contact_text, user_id, success, message, http_status, duration_ms, action_name, user_name,"
                        + " outcome, trial, ended_at, attempts");
        needs("custom_action_keys", "key_hash, execution_id, contact_id, lease_until, expires_at, answer");
        needs(
                "custom_action_changes",
                "id, created_at, kept_from, organization_id, action_id, user_id, user_name, change, restored,"
                        + " fields, replaced, replaced_bytes");
        needs("organization_secrets", "organization_id, name, value, updated_at");
        needs("custom_action_secrets", "organization_id, name, action_id");
        needs("custom_action_terms", "organization_id, action_id, terms");
        needs(
                "background_executions",
                "execution_id, organization_id, action_id, action_type, user_id, upstream, accepted_at, due_at,"
                        + " is_ready, under_way, takes, attempts, failures, request, request_bytes, ended_at, success, answer");
        needs("custom_action_versions", "organization_id, version");
        needs("execution_exchanges", "execution_id, organization_id, created_at, key_id, exchange, bytes");
        needs("execution_tallies", "organization_id, day, action_id, bucket, executions, failures, last_at");
        needs("execution_tally_changes", "organization_id, day, action_id, bucket, executions, failures, last_at");
        needs("execution_links", "execution_id, organization_id, user_id, url, expires_at");
        needs("button_modules", "version, content, seen_at");
    }

    /** Those that the service writes; a platform's directory is only read, unless it is the service's own. */
    private static final List<String> WRITTEN = BY_TABLE.keySet().stream()
            .filter(table -> !List.of("contacts", "users", "organizations").contains(table))
            .toList();

    private NeededColumns() {}

    /** The table of each column, as often as it has columns. */
    static String[] tables() {
        return BY_TABLE.entrySet().stream()
                .flatMap(table -> table.getValue().stream().map(column -> table.getKey()))
                .toArray(String[]::new);
    }

    /** The columns, in the order of {@link #tables}. */
    static String[] columns() {
        return BY_TABLE.values().stream().flatMap(List::stream).toArray(String[]::new);
    }

    static String[] writtenTables() {
        return WRITTEN.toArray(String[]::new);
    }

    private static void needs(String table, String columns) {
        BY_TABLE.put(table, List.of(columns.split(", ")));
    }
}
