package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Full;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The languages that the console speaks. */
@Full
@QuarkusTest
class ConsoleLanguageBrowserTest extends ConsoleTest {

    private UUID ticket;

    @BeforeEach
    void createAction() {
        ticket = buttons.webhook(
                "<b>{count}</b> tickets",
                "https://api.example.com/tickets",
                Map.of("result", Map.of("toast", "Ticket #{{response.id}} created")));
    }

    @Test
    void shouldSpeakEnglishAsTheBrowserDoes() {
        open();

        console.awaitText(".count", "1 action");
        assertThat(root("lang")).isEqualTo("en-US");
        assertThat(root("dir")).isEqualTo("ltr");
        assertThat(console.query()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ar, الإجراءات, إجراء جديد, rtl",
        "de-AT, Aktionen, Neue Aktion, ltr",
        "es, Acciones, Nueva acción, ltr",
        "fr, Actions, Nouvelle action, ltr",
        "hi, ऐक्शन, नया ऐक्शन, ltr",
        "pt-BR, Ações, Nova ação, ltr"
    })
    void shouldSpeakTheLanguageOfTheAddress(String language, String title, String create, String direction) {
        console.open(manager(), "?lang=" + language);

        console.awaitText(".list-title", title);
        console.awaitText("[data-new]", create);
        assertThat(root("lang")).isEqualTo(language);
        assertThat(root("dir")).isEqualTo(direction);
    }

    @Test
    void shouldKeepTheLanguageOfTheAddress() {
        console.open(manager(), "?lang=de");

        console.click("[data-row] a");
        console.awaitText("[data-save]", "Änderungen speichern");
        assertThat(console.query()).isEqualTo("?action=" + ticket + "&lang=de");

        console.reload();
        console.awaitText("[data-save]", "Änderungen speichern");
        console.click(".pages-nav a");
        console.awaitText(".page-title", "Verlauf");
        assertThat(console.query()).isEqualTo("?history&lang=de");
    }

    @Test
    void shouldShowNamesInSentencesAsTexts() {
        console.open(manager(), "?lang=de&action=" + ticket);

        console.click("[data-delete]");

        console.awaitText("dialog[open] .dialog-title", "„<b>{count}</b> tickets“ löschen?");
        console.click("[data-stay]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "de", "hi"})
    void shouldFitEverywhere(String language) {
        for (var width : new int[] {1280, 390}) {
            emulate("light", width, 900);
            for (var page : new String[] {"", "new", "history", "usage", "secrets", "transfer", "action=" + ticket}) {
                console.open(manager(), "?lang=" + language + (page.isEmpty() ? "" : "&" + page));
                console.find(page.isEmpty() ? ".list-title" : ".page-title");
                var part = "console-language-%s-%s-%d".formatted(language, page.replaceAll("=.*", ""), width);

                await().until(() -> console.seen("[aria-busy=true]").isEmpty());
                assertUsable(part);
                assertThat(console.script("return document.documentElement.scrollWidth - innerWidth"))
                        .as(part)
                        .isEqualTo(0L);
            }
        }
    }

    private String root(String attribute) {
        return (String) console.script("return document.documentElement." + attribute);
    }
}
