package org.customactions.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.customactions.api.JsonFields;

/** What an action does, by its type. Instances have passed the rules of their type. */
public sealed interface ActionConfig permits WebhookConfig, UrlConfig, JavaScriptConfig {

    /** The type this configures. */
    ActionType type();

    /** As it is stored, but for its secrets, and as a manager reads it. */
    ObjectNode toJson();

    /**
     * This config with each secret that was sent back masked put in from the stored one.
     *
     * @param stored what is stored now, of any type, decrypted as far as it can be; a missing node when nothing is
     * @param fields where a complaint goes when there is nothing stored to keep
     */
    default ActionConfig keepingSecretsOf(JsonNode stored, JsonFields fields) {
        return this;
    }

    /** Reads the config of a request; complaints are left in the fields, and then the result is of no use. */
    static ActionConfig read(ActionType type, JsonFields fields) {
        return switch (type) {
            case WEBHOOK -> WebhookConfig.read(fields);
            case URL -> UrlConfig.read(fields);
            case JAVASCRIPT -> JavaScriptConfig.read(fields);
        };
    }

    /**
     * The config of a row, without compiling its templates: that is left to their use.
     *
     * @throws org.customactions.api.ApiException when the row, which another program may have written, has another
     *     shape
     */
    static ActionConfig ofStored(ActionType type, JsonNode json) {
        var fields = JsonFields.ofStored(json);
        var config = read(type, fields);
        fields.throwIfInvalid();
        return config;
    }
}
