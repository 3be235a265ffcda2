package org.customactions.terms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.customactions.api.ApiException;
import org.customactions.api.FieldError;
import org.customactions.api.JsonFields;
import org.customactions.api.JsonSetup;
import org.customactions.template.KnownInputs;
import org.customactions.template.RenderBudget;

/** What holds before an action runs. */
public final class Terms {

    /** Their fields of an action. */
    public static final List<String> FIELDS = List.of(InputFields.NAME, Confirmation.NAME, Visibility.NAME);

    /** Most characters of a question, before it is filled in. */
    public static final int MAX_QUESTION = Confirmation.MAX_LENGTH;

    /** Of an action that anybody may run for anybody, at once. */
    public static final Terms NONE = new Terms(InputFields.NONE, "", Visibility.ANYBODY);

    private static final JsonMapper MAPPER = JsonSetup.lenient();

    private final InputFields inputs;
    private final String confirmation;
    private final Visibility visibility;

    private Terms(InputFields inputs, String confirmation, Visibility visibility) {
        this.inputs = inputs;
        this.confirmation = confirmation;
        this.visibility = visibility;
    }

    /** As they are stored; null if there are none. */
    public static Terms ofStored(String json) {
        if (json == null) {
            return NONE;
        }
        try {
            return NONE.changedBy(JsonFields.ofStored(MAPPER.readTree(json)));
        } catch (JsonProcessingException e) {
            // Without its cause, which is an IOException and would pass for a database that is away.
            throw new IllegalStateException("The terms of an action could not be read");
        }
    }

    /** These, with those that a request sent instead; complaints are left in its fields. */
    public Terms changedBy(JsonFields fields) {
        return new Terms(
                InputFields.read(fields).orElse(inputs),
                Confirmation.read(fields).orElse(confirmation),
                Visibility.read(fields).orElse(visibility));
    }

    public boolean isEmpty() {
        return inputs.all().isEmpty() && confirmation.isEmpty() && visibility.isAnybody();
    }

    /** Each by the name of its field; what is empty is left out. */
    public ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode();
        if (!inputs.all().isEmpty()) {
            json.set(InputFields.NAME, inputs.toJson());
        }
        if (!confirmation.isEmpty()) {
            json.put(Confirmation.NAME, confirmation);
        }
        if (!visibility.isAnybody()) {
            json.set(Visibility.NAME, visibility.toJson());
        }
        return json;
    }

    /** What was accepted and will probably not do what its author meant. */
    public List<FieldError> warnings() {
        return confirmation.isEmpty() ? List.of() : Confirmation.warnings(confirmation);
    }

    /** The inputs, as templates may name them. */
    public KnownInputs knownInputs() {
        return KnownInputs.of(inputs.all().stream().map(InputField::name).toList());
    }

    /** Whether a caller who is no manager has the button. */
    public boolean isForRoles(Collection<String> roles) {
        return visibility.isForRoles(roles);
    }

    /** Whether the button is there for a contact with these tags. */
    public boolean isForTags(Collection<?> tags) {
        return visibility.isForTags(tags);
    }

    /**
     * The values of the inputs that an action runs with.
     *
     * @param given what the agent filled in
     * @throws ApiException with all that is wrong with it
     */
    public ObjectNode filledIn(ObjectNode given) {
        return inputs.filledIn(given);
    }

    /** Whether there is a question. */
    public boolean asks() {
        return !confirmation.isEmpty();
    }

    /** These, with the question as the agent reads it. */
    public Terms asking(Map<String, Object> variables, RenderBudget budget) {
        return new Terms(inputs, Confirmation.filledIn(confirmation, variables, budget), visibility);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Terms terms && toJson().equals(terms.toJson());
    }

    @Override
    public int hashCode() {
        return toJson().hashCode();
    }

    /** Without labels and questions, which are customer data. */
    @Override
    public String toString() {
        return "Terms[%d inputs]".formatted(inputs.all().size());
    }
}
