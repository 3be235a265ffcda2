package org.customactions.whatomate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customactions.support.TestDatabase;

/**
 * A database with Whatomate's tables and what {@code deployment/whatomate} puts beside them.
 *
 * @param database as its owner
 */
record WhatomateDatabase(TestDatabase database) {

    /** The service's role in it, which is no owner of anything of Whatomate's. */
    static final String ROLE = "custom_actions";

    static WhatomateDatabase create() {
        var database = TestDatabase.createDatabase();
        database.execute("""
                do $$
                    begin
                        create role custom_actions login;
                    exception when duplicate_object or unique_violation then null;
                    end
                $$""");
        database.execute(read(Path.of("src/test/resources/whatomate/tables.sql")));
        return new WhatomateDatabase(database);
    }

    /** As an operator does, who may do it again. */
    WhatomateDatabase withViews() {
        database.execute(read(Path.of("deployment/whatomate/views.sql")));
        return this;
    }

    void goBack() {
        database.execute(read(Path.of("deployment/whatomate/go-back.sql")));
    }

    /** As the service's own role, which has nothing but what {@code views.sql} grants. */
    WhatomateDatabase migrated() {
        database.execute("create schema if not exists custom_actions");
        database.execute("grant usage, create on schema custom_actions to custom_actions");
        database.flyway(ROLE)
                .defaultSchema("custom_actions")
                .createSchemas(false)
                .table("custom_actions_migrations")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        return this;
    }

    /** The service's environment, {@code settings.env} filled in for this database. */
    Map<String, String> environment() {
        var environment = new HashMap<>(settings());
        environment.putAll(database.environment());
        environment.put("DB_USERNAME", ROLE);
        return environment;
    }

    private static Map<String, String> settings() {
        return read(Path.of("deployment/whatomate/settings.env"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
    }

    UUID organization(String name) {
        return insert("insert into organizations (name, slug) values (?, ?) returning id", name, name);
    }

    UUID contact(UUID organization, String phoneNumber) {
        return insert(
                "insert into contacts (organization_id, phone_number, tags, metadata) values (?, ?, null, null)"
                        + " returning id",
                organization,
                phoneNumber);
    }

    /** An action of which every column is null that may be. */
    UUID bareAction(UUID organization, String name) {
        return insert(
                "insert into custom_actions (organization_id, name, action_type, icon, config, is_active, display_order)"
                        + " values (?, ?, 'webhook', null, null, null, null) returning id",
                organization,
                name);
    }

    UUID action(UUID organization, String name, String type, String config, long order) {
        return insert(
                "insert into custom_actions (organization_id, name, action_type, config, display_order, created_at, updated_at)"
                        + " values (?, ?, ?, ?::jsonb, ?, now(), now()) returning id",
                organization,
                name,
                type,
                config,
                order);
    }

    UUID role(UUID organization, String name, boolean isSystem, boolean writesActions) {
        var role = insert(
                "insert into custom_roles (organization_id, name, is_system) values (?, ?, ?) returning id",
                organization,
                name,
                isSystem);
        if (writesActions) {
            database.execute(
                    "insert into permissions (resource, action) values ('custom_actions', 'write') on conflict do nothing");
            database.execute("insert into role_permissions select ?, id from permissions", role);
        }
        return role;
    }

    /** A user at home in an organization. */
    UUID user(UUID organization, UUID role, boolean isSuperAdmin) {
        return insert(
                "insert into users (organization_id, email, full_name, role_id, is_super_admin) values (?, ?, 'Ada', ?, ?)"
                        + " returning id",
                organization,
                UUID.randomUUID() + "@example.com",
                role,
                isSuperAdmin);
    }

    void member(UUID user, UUID organization, UUID role) {
        database.execute(
                "insert into user_organizations (user_id, organization_id, role_id) values (?, ?, ?)",
                user,
                organization,
                role);
    }

    private UUID insert(String statement, Object... values) {
        return database.queryValue(UUID.class, statement, values);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
