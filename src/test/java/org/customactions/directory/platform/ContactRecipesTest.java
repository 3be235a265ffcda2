package org.customactions.directory.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.customactions.directory.ContactId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipes of docs/contacts.md, each with an answer in the shape that its platform has. */
class ContactRecipesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PAGE = Path.of("docs/contacts.md");
    private static final Path SHAPES = Path.of("src/test/resources/directory");
    private static final String PREFIX = "custom-actions.directory.";

    static List<Arguments> recipes() {
        return List.of(
                arguments("A platform of your own", "own", "c-17", "+1 555 0100", "Ada Lovelace", "ada"),
                arguments(
                        "Whatomate",
                        "whatomate",
                        "0b0c5a6e-8f5d-4f0e-9a3e-6d6f2a1c0101",
                        "15550100",
                        "Ada Lovelace",
                        "ada"),
                arguments("Chatwoot", "chatwoot", "17", "+15550100", "Ada Lovelace", "ada"),
                arguments("Zammad", "zammad", "17", "+15550100", "Ada", "Lovelace"),
                arguments(
                        "Rocket.Chat Omnichannel", "rocket-chat", "yWzsDPnFxcrkJ6Fxj", "+15550100", "Ada Lovelace", ""),
                arguments("Intercom", "intercom", "667d61c88a68186f43bafe5b", "+15550100", "Ada Lovelace", "ada"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void shouldReadAContact(
            String heading, String shape, String id, String phoneNumber, String name, String profileName)
            throws IOException {
        var settings = Directories.settings(recipe(heading));

        var read = settings.layout().contact(shape(shape + ".contact.json"));

        var contact = KeptContact.of(read, 0).contact(ContactId.ofPlatform(id).orElseThrow());
        assertThat(contact.phoneNumber).isEqualTo(phoneNumber);
        assertThat(contact.name).isEqualTo(name);
        assertThat(contact.profileName).isEqualTo(profileName);
        assertThat(contact.metadata.toString()).isIn("{\"plan\":\"gold\"}", "{\"locale\":\"en-us\"}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipes")
    void shouldReadAPageOfASearch(
            String heading, String shape, String id, String phoneNumber, String name, String profileName)
            throws IOException {
        var settings = Directories.settings(recipe(heading));
        if (settings.search().isEmpty()) {
            assertThat(SHAPES.resolve(shape + ".search.json")).doesNotExist();
            return;
        }

        var page = settings.layout().page(shape(shape + ".search.json"));

        assertThat(page.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.id().text()).isEqualTo(id);
            assertThat(entry.contact().path("name").textValue()).isEqualTo(name);
            assertThat(entry.contact().path("phone_number").textValue()).isEqualTo(phoneNumber);
        });
    }

    @Test
    void shouldReadTagsThatAreTextsNumbersOrNamed() throws IOException {
        var contact = layout().contact(JSON.readTree(
                "{\"name\":\"a\",\"tags\":[\"x\",7,{\"name\":\"y\"},{\"id\":1},null,[\"z\"],true,\" \"]}"));

        assertThat(contact.path("tags").toString()).isEqualTo("[\"x\",\"7\",\"y\"]");
    }

    @Test
    void shouldTellTheTotalIfTheAnswerDoes() throws IOException {
        assertThat(layout().page(JSON.readTree("{\"contacts\":[],\"total\":31}"))
                        .total())
                .contains(31L);
        assertThat(layout().page(JSON.readTree("{\"data\":{\"contacts\":[],\"total\":31}}"))
                        .total())
                .contains(31L);
        assertThat(layout().page(JSON.readTree("{\"contacts\":[],\"total\":\"many\"}"))
                        .total())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "7",
                "\"Ada\"",
                "{\"name\":\"\",\"phone_number\":null}",
                "{\"name\":{\"first\":\"Ada\"}}",
                "{\"data\":[{\"name\":\"Ada\"}]}"
            })
    void shouldSayWhichPointersFoundNothing(String answer) throws IOException {
        var json = JSON.readTree(answer);

        assertThatThrownBy(() -> layout().contact(json))
                .isInstanceOf(PlatformFault.class)
                .hasMessageContaining("/phone_number, /name and /profile_name found nothing")
                .hasMessageNotContaining("Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"contacts\":{}}", "null", "{\"contacts\":[{\"name\":\"Ada\"}]}"})
    void shouldSayThatASearchHasNoContacts(String answer) throws IOException {
        var json = JSON.readTree(answer);

        assertThatThrownBy(() -> layout().page(json))
                .isInstanceOf(PlatformFault.class)
                .hasMessageNotContaining("Ada");
    }

    private static ContactLayout layout() {
        return Directories.settings(Map.of("url", "https://chat.example.com/{contact_id}"))
                .layout();
    }

    private static JsonNode shape(String file) throws IOException {
        return JSON.readTree(SHAPES.resolve(file).toFile());
    }

    /** The properties under a heading, by their names after the prefix. */
    private static Map<String, String> recipe(String heading) throws IOException {
        var section =
                Files.readString(PAGE).split("\n### " + heading + "\n", 2)[1].split("\n### ", 2)[0];
        var block = section.split("```properties\n", 2)[1].split("```", 2)[0];
        return Arrays.stream(block.split("\n"))
                .filter(line -> !line.isBlank())
                .map(line -> line.substring(PREFIX.length()).split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
    }
}
