package org.customactions.directory.platform;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.customactions.directory.ContactId;
import org.customactions.directory.DirectoryConfiguration.Fields;
import org.customactions.directory.platform.PlatformFault.Kind;

/** Where the parts of a contact are in the platform's answers. */
final class ContactLayout {

    private static final String SETTINGS = "custom-actions.directory.fields.";

    /** What platforms wrap a single contact in. */
    private static final List<String> WRAPPERS = List.of("data", "contact");

    private static final String LIST = "contacts";

    private final JsonPointer id;
    private final JsonPointer phoneNumber;
    private final JsonPointer name;
    private final JsonPointer profileName;
    private final JsonPointer tags;
    private final JsonPointer metadata;
    private final Optional<JsonPointer> list;

    /** @throws ConfigurationException if a pointer is none */
    ContactLayout(Fields fields) {
        this.id = pointer("id", fields.id());
        this.phoneNumber = pointer("phone-number", fields.phoneNumber());
        this.name = pointer("name", fields.name());
        this.profileName = pointer("profile-name", fields.profileName());
        this.tags = pointer("tags", fields.tags());
        this.metadata = pointer("metadata", fields.metadata());
        this.list = fields.list().map(text -> pointer("list", text));
    }

    private static JsonPointer pointer(String field, String text) {
        // The library takes any character after a tilde.
        if (!text.startsWith("/") || text.matches(".*~(?![01]).*")) {
            throw new ConfigurationException(
                    "%s%s cannot be \"%s\": it must be a JSON pointer, such as /name or /phones/0/number"
                            .formatted(SETTINGS, field, text));
        }
        return JsonPointer.compile(text);
    }

    /**
     * The contact of an answer, in the form of {@link KeptContact}.
     *
     * @throws PlatformFault if there is none in it
     */
    ObjectNode contact(JsonNode answer) {
        return candidates(answer)
                .filter(this::isContact)
                .findFirst()
                .map(this::read)
                .orElseThrow(() -> new PlatformFault(
                        Kind.WRONG_ANSWER,
                        "its answer has neither a phone number nor a name: %s, %s and %s found nothing"
                                .formatted(phoneNumber, name, profileName)));
    }

    /**
     * The contacts in the answer of a search; those without an id or without a name of any kind are left out.
     *
     * @throws PlatformFault if there is no list in it
     */
    Page page(JsonNode answer) {
        var elements = elements(answer)
                .orElseThrow(() -> new PlatformFault(
                        Kind.WRONG_ANSWER,
                        "its answer to a search has no list: %s found nothing"
                                .formatted(list.map(JsonPointer::toString).orElse("/contacts"))));
        var entries = new ArrayList<Entry>();
        for (var element : elements) {
            ContactId.ofPlatform(text(element, id))
                    .filter(found -> isContact(element))
                    .ifPresent(found -> entries.add(new Entry(found, read(element))));
        }
        if (entries.isEmpty() && !elements.isEmpty()) {
            throw new PlatformFault(
                    Kind.WRONG_ANSWER,
                    "no contact of its answer to a search has an id and a phone number or a name: check %s, %s, %s and %s"
                            .formatted(id, phoneNumber, name, profileName));
        }
        return new Page(entries, total(answer));
    }

    /**
     * A page of a search.
     *
     * @param total how many there are in all, if the answer says so
     */
    record Page(List<Entry> entries, Optional<Long> total) {}

    /** A contact that was found. */
    record Entry(ContactId id, ObjectNode contact) {}

    private Stream<JsonNode> candidates(JsonNode answer) {
        return Stream.concat(
                        Stream.concat(
                                list.map(answer::at).stream(), WRAPPERS.stream().map(answer::path)),
                        Stream.of(answer))
                .filter(JsonNode::isObject);
    }

    private Optional<JsonNode> elements(JsonNode answer) {
        var candidates = list.isPresent()
                ? Stream.of(answer.at(list.get()))
                : Stream.of(answer.path(LIST), answer.path("data").path(LIST), answer.path("data"), answer);
        return candidates.filter(JsonNode::isArray).findFirst();
    }

    private static Optional<Long> total(JsonNode answer) {
        return Stream.of(answer.path("total"), answer.path("data").path("total"))
                .filter(JsonNode::canConvertToExactIntegral)
                .map(JsonNode::longValue)
                .filter(total -> total >= 0)
                .findFirst();
    }

    private boolean isContact(JsonNode candidate) {
        return Stream.of(phoneNumber, name, profileName)
                .anyMatch(pointer -> !text(candidate, pointer).isEmpty());
    }

    private ObjectNode read(JsonNode contact) {
        var read = JsonNodeFactory.instance.objectNode();
        read.put("phone_number", text(contact, phoneNumber));
        read.put("name", text(contact, name));
        read.put("profile_name", text(contact, profileName));
        read.set("tags", texts(contact.at(tags)));
        var more = contact.at(metadata);
        read.set("metadata", more.isObject() ? more : JsonNodeFactory.instance.objectNode());
        return read;
    }

    private static String text(JsonNode contact, JsonPointer pointer) {
        return text(contact.at(pointer)).orElse("");
    }

    /** Platforms write numbers as numbers. */
    private static Optional<String> text(JsonNode value) {
        return value.isTextual() || value.isNumber()
                ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** Some write a tag as an object with its name. */
    private static ArrayNode texts(JsonNode list) {
        var texts = JsonNodeFactory.instance.arrayNode();
        if (list.isArray()) {
            StreamSupport.stream(list.spliterator(), false)
                    .map(tag -> text(tag.isObject() ? tag.path("name") : tag))
                    .flatMap(Optional::stream)
                    .forEach(texts::add);
        }
        return texts;
    }
}
