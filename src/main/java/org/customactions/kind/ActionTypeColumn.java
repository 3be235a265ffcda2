package org.customactions.kind;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores an action's type under the name that clients use. */
@Converter
public class ActionTypeColumn implements AttributeConverter<ActionType, String> {

    @Override
    public String convertToDatabaseColumn(ActionType type) {
        return type == null ? null : type.wireName();
    }

    @Override
    public ActionType convertToEntityAttribute(String name) {
        return name == null
                ? null
                : ActionType.ofWireName(name)
                        .orElseThrow(() -> new IllegalStateException("Unknown action type in the database: " + name));
    }
}
