package org.customactions.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customactions.directory.Contact;
import org.customactions.identity.Caller;
import org.customactions.kind.PlainData;

/** The variables of an execution as plain data. What is not known is empty text, so that scripts need not ask. */
final class ActionVariables {

    private ActionVariables() {}

    static Map<String, Object> of(Caller caller, ExecutionTarget target) {
        return of(caller, contact(target.contact()), target.details());
    }

    /** With a contact that need not be in the directory. */
    static Map<String, Object> of(Caller caller, Object contact, CallerDetails details) {
        var variables = new LinkedHashMap<String, Object>();
        variables.put("contact", contact);
        variables.put("user", user(caller, details));
        variables.put("organization", organization(caller, details));
        return variables;
    }

    static Map<String, Object> contact(Contact contact) {
        var values = new LinkedHashMap<String, Object>();
        values.put("id", contact.id.toString());
        values.put("phone_number", orEmpty(contact.phoneNumber));
        values.put("name", orEmpty(contact.displayName()));
        values.put("profile_name", orEmpty(contact.profileName));
        values.put("tags", isNull(contact.tags) ? List.of() : PlainData.of(contact.tags));
        values.put("metadata", isNull(contact.metadata) ? Map.of() : PlainData.of(contact.metadata));
        return values;
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
