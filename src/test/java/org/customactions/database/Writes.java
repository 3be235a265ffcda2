package org.customactions.database;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.customactions.support.Api;
import org.customactions.support.TestDatabase;
import org.customactions.support.Tokens;

/** Writes of more than one row, for an organization of their own, and what the database has of that. */
public final class Writes {

    /** Each changes rows of several tables or several rows of one. */
    public enum Kind {
        CREATE,
        UPDATE,
        ORDER,
        CONTACTS
    }

    private static final int MANY = 200;
    private static final Map<String, Object> LINK = Map.of("url", "https://a.example/");

    private final UUID organization = UUID.randomUUID();
    private final TestDatabase database;
    private final UnaryOperator<RequestSpecification> toService;
    private final List<UUID> contacts =
            IntStream.range(0, MANY).mapToObj(i -> UUID.randomUUID()).toList();
    private final List<UUID> actions = new ArrayList<>();

    /** @param toService sends a request to the service that uses the database */
    public Writes(TestDatabase database, UnaryOperator<RequestSpecification> toService) {
        this.database = database;
        this.toService = toService;
    }

    /** Stores what the writes change; needs the service. */
    public Writes prepare() {
        for (int i = 0; i < 3; i++) {
            actions.add(UUID.fromString(
                    request().body(link("Old")).post("/api/custom-actions").path("data.id")));
        }
        putContacts("Old").then().statusCode(200);
        return this;
    }

    public Response write(Kind kind) {
        return switch (kind) {
            case CREATE -> request().body(link("New")).post("/api/custom-actions");
            case UPDATE ->
                request().body(Map.of("name", "New", "icon", "zap")).put("/api/custom-actions/{id}", actions.get(0));
            case ORDER -> {
                var reversed = new ArrayList<>(actions);
                Collections.reverse(reversed);
                yield request().body(Map.of("ids", reversed)).put("/api/custom-actions/order");
            }
            case CONTACTS -> putContacts("New");
        };
    }

    /** The contact that a write of all comes to last. */
    public UUID lastContact() {
        return database.queryValue(
                UUID.class, "select id from contacts where organization_id = ? order by id desc limit 1", organization);
    }

    /** Everything that the database has of the organization. */
    public List<Map<String, Object>> stored() {
        return database.query("""
                select a::text as row from custom_actions a where organization_id = ?
                union all select c::text from custom_action_changes c where organization_id = ?
                union all select c::text from contacts c where organization_id = ?
                order by 1
                """, organization, organization, organization);
    }

    /** How many rows hold what a write of this kind leaves, its trail included. */
    public long written(Kind kind) {
        return switch (kind) {
            case CREATE -> count("custom_actions", "name = 'New'") + changes("created") - actions.size();
            case UPDATE -> count("custom_actions", "name = 'New' and icon = 'zap'") + changes("updated");
            case ORDER -> count("custom_actions", reversed()) + changes("reordered");
            case CONTACTS -> count("contacts", "name = 'New'");
        };
    }

    /**
     * What {@link #written} is of a write that is there as a whole: the middle one of an order stays in its place, and
     * one row tells of it.
     */
    public static long whole(Kind kind) {
        return switch (kind) {
            case CREATE, UPDATE -> 2;
            case ORDER -> 3;
            case CONTACTS -> MANY;
        };
    }

    private String reversed() {
        return "(display_order, id) in ((0, '%s'), (2, '%s'))".formatted(actions.get(2), actions.get(0));
    }

    private long changes(String kind) {
        return count("custom_action_changes", "change = '" + kind + "'");
    }

    private long count(String table, String condition) {
        return database.queryCount(
                "select count(*) from %s where organization_id = ? and %s".formatted(table, condition), organization);
    }

    private Response putContacts(String name) {
        var inputs = contacts.stream()
                .map(id -> Map.of("id", id, "phone_number", "1", "name", name))
                .toList();
        return request().body(Map.of("contacts", inputs)).put("/api/contacts");
    }

    private static Map<String, Object> link(String name) {
        return Map.of("name", name, "action_type", "url", "config", LINK);
    }

    private RequestSpecification request() {
        return toService.apply(Api.as(Tokens.manager(organization).sign()));
    }
}
