package org.customactions.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customactions.directory.Contact;
import org.customactions.identity.Caller;
import org.customactions.kind.PlainData;
import org.customactions.template.Variables;

/** The variables of an execution as plain data. What is not known is empty text, so that scripts need not ask. */
final class ActionVariables {

    private ActionVariables() {}

    /** @param inputs the values that the action runs with */
    static Variables of(Click click, ExecutionTarget target, ObjectNode inputs, Instant now) {
        var action = new LinkedHashMap<String, Object>();
        action.put("id", target.action().id.toString());
        action.put("name", orEmpty(target.action().name));
        return of(click.caller(), contact(target.contact()), target.details())
                .withNamed(click(
                        action, click.executionId(), now, inputs, click.input().context()));
    }

    /** With a contact that need not be in the directory. */
    static Variables of(Caller caller, Object contact, CallerDetails details) {
        var variables = new LinkedHashMap<String, Object>();
        variables.put("contact", contact);
        variables.put("user", user(caller, details));
        variables.put("organization", organization(caller, details));
        return Variables.of(variables);
    }

    /** What only this click has. Inputs and what the page hands over may be anything, also nothing. */
    static Map<String, Object> click(
            Object action, UUID executionId, Instant now, ObjectNode inputs, ObjectNode context) {
        return Map.of(
                "action",
                action,
                "execution",
                Map.of("id", executionId.toString()),
                "now",
                now.truncatedTo(ChronoUnit.SECONDS).toString(),
                "input",
                open(inputs),
                "context",
                open(context));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> open(ObjectNode json) {
        return Variables.open((Map<String, Object>) PlainData.of(json));
    }

    static Map<String, Object> contact(Contact contact) {
        var values = new LinkedHashMap<String, Object>();
        values.put("id", contact.contactId().text());
        values.put("phone_number", orEmpty(contact.phoneNumber));
        values.put("name", orEmpty(contact.displayName()));
        values.put("profile_name", orEmpty(contact.profileName));
        values.put("tags", tags(contact));
        values.put("metadata", isNull(contact.metadata) ? Map.of() : PlainData.of(contact.metadata));
        return values;
    }

    /** A list, unless another program wrote something else. */
    static Object tags(Contact contact) {
        return isNull(contact.tags) ? List.of() : PlainData.of(contact.tags);
    }

    private static Map<String, Object> user(Caller caller, CallerDetails details) {
        var values = new LinkedHashMap<String, Object>();
        values.put("id", caller.userId());
        values.put("name", first(caller.name(), details.name()));
        values.put("email", first(caller.email(), details.email()));
        values.put(
                "role",
                caller.role()
                        .or(() -> details.role().filter(role -> !role.isBlank()))
                        .orElse(Caller.DEFAULT_ROLE));
        return values;
    }

    private static Map<String, Object> organization(Caller caller, CallerDetails details) {
        var values = new LinkedHashMap<String, Object>();
        values.put("id", caller.organization().text());
        values.put("name", first(caller.organizationName(), details.organizationName()));
        return values;
    }

    private static String first(Optional<String> claimed, Optional<String> stored) {
        return claimed.or(() -> stored).orElse("");
    }

    /** In the table or in its JSON. */
    private static boolean isNull(JsonNode json) {
        return json == null || json.isNull();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
