package org.customactions.action;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customactions.api.JsonFields;
import org.customactions.kind.ActionType;
import org.customactions.terms.Terms;

/**
 * What a client wrote of an action. Fields that were not sent are empty.
 *
 * @param name 1–100 characters after trimming
 * @param icon up to 50 of {@code a-z0-9-}
 * @param actionType kind of action
 * @param config fields of the config, not yet read: what they must be depends on the type
 * @param isActive whether the action can be executed
 * @param displayOrder place in the list
 */
record CustomActionInput(
        Optional<String> name,
        Optional<String> icon,
        Optional<ActionType> actionType,
        Optional<JsonFields> config,
        Optional<Boolean> isActive,
        Optional<Integer> displayOrder) {

    /** Of something that is no action. */
    static final CustomActionInput NONE = new CustomActionInput(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final int MAX_NAME = 100;
    private static final Pattern ICON = Pattern.compile("[a-z0-9-]{0,50}");
    private static final Set<String> KNOWN = Stream.concat(
                    Stream.of("name", "icon", "action_type", "config", "is_active", "display_order"),
                    Terms.FIELDS.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** A client may send back what it has read. */
    private static final Set<String> READ_ONLY = Set.of("id", "created_at", "updated_at");

    /** Reads the fields; complaints are left in them. */
    static CustomActionInput read(JsonFields fields) {
        fields.refuseUnknown(KNOWN, READ_ONLY);
        return new CustomActionInput(
                name(fields),
                icon(fields),
                ActionType.read(fields),
                fields.object("config"),
                fields.flag("is_active"),
                fields.count("display_order"));
    }

    /** Complains of what an action cannot be made without. */
    void requireForCreation(JsonFields fields) {
        fields.require("name", name);
        fields.require("action_type", actionType);
        fields.require("config", config);
    }

    private static Optional<String> name(JsonFields fields) {
        var name = fields.text("name").map(String::strip);
        name.filter(String::isEmpty).ifPresent(empty -> fields.complain("name", "Name is required"));
        return name.filter(text -> fields.expectLength("name", text, MAX_NAME));
    }

    private static Optional<String> icon(JsonFields fields) {
        return fields.text("icon")
                .filter(icon -> fields.expect(
                        ICON.matcher(icon).matches(), "icon", "at most 50 of the characters a-z, 0-9 and -"));
    }
}
