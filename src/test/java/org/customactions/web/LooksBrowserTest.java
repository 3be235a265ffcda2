package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.customactions.support.Full;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drawn: icons, light and dark, text that is only text; and that everybody can use it. */
@Full
@QuarkusTest
class LooksBrowserTest extends ChatTest {

    private static final String MARKUP = "<img src=x onerror=\"document.title='run'\">";
    private static final List<String> ICONS = List.of(
            "ticket",
            "user",
            "bar-chart",
            "link",
            "phone",
            "mail",
            "file-text",
            "external-link",
            "zap",
            "globe",
            "code");

    @Test
    void shouldShowMarkupAsTheTextThatItIs() {
        contact = buttons.contact(MARKUP);
        buttons.script(MARKUP, "return { toast: { message: contact.name, type: 'warning' }, clipboard: contact.name }");
        open();

        page.part(".toolbar .button").click();

        page.awaitToast("warning", MARKUP);
        assertThat(page.part(".toolbar .name").getText()).isEqualTo(MARKUP);
        assertThat(page.parts("img")).isEmpty();
        assertThat(clipboard()).isEqualTo(MARKUP);
        assertThat(browser.getTitle()).isEqualTo("Chat");
    }

    @Test
    void shouldDrawEachKnownIconAndAZapForOthers() {
        ICONS.forEach(icon -> buttons.action(icon, icon, "javascript", Map.of("code", "return 1")));
        buttons.action("unknown", "rocket", "javascript", Map.of("code", "return 1"));
        buttons.action("none", "", "javascript", Map.of("code", "return 1"));
        open();
        page.part("[title=none]");

        @SuppressWarnings("unchecked")
        var drawings = (Map<String, String>) page.script("return Object.fromEntries("
                + "[...document.querySelector('custom-actions').shadowRoot.querySelectorAll('.toolbar [data-action]')]"
                + ".map(button => [button.title, button.querySelector('svg').innerHTML]))");

        assertThat(drawings.values().stream().distinct()).hasSize(ICONS.size());
        assertThat(drawings.get("unknown")).isEqualTo(drawings.get("zap")).isEqualTo(drawings.get("none"));
    }

    @Test
    void shouldSayItsTextsInTheWordsOfThePage() {
        open();
        page.part(".state");

        page.script("document.querySelector('custom-actions').labels = { empty: 'Keine Aktionen' }");

        await().until(() -> "Keine Aktionen".equals(page.text(".state")));
    }

    @ParameterizedTest
    @CsvSource({
        "light, 1280, en, More actions",
        "dark, 1280, en, More actions",
        "light, 390, en, More actions",
        "dark, 390, en, More actions",
        "light, 320, ar, إجراءات أخرى",
        "dark, 1280, ar, إجراءات أخرى"
    })
    void shouldBeUsableByEverybody(String scheme, int width, String language, String more) {
        emulate(scheme, width, 800);
        for (var type : List.of("success", "info", "warning", "error")) {
            buttons.script(
                    type, "return { toast: { message: 'A notice of type %1$s', type: '%1$s' } }".formatted(type));
        }
        buttons.script("Another action with a long name", "return {}");
        open(Map.of("data-token", buttons.agent(), "lang", language), "");
        page.button("success");
        for (var type : List.of("success", "warning", "error")) {
            page.script("document.querySelector('custom-actions').shadowRoot"
                    + ".querySelector('[title=%s]').click()".formatted(type));
            page.awaitToast(type, "A notice of type " + type);
        }
        if (width < 1000) {
            page.button(more).click();
        }

        await().until(() -> Boolean.TRUE.equals(page.script("return document.querySelector('custom-actions').shadowRoot"
                + ".getAnimations().every(animation => animation.playState === 'finished')")));

        assertThat(page.script("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertUsable("buttons-%s-%d-%s".formatted(scheme, width, language));
    }

    @Test
    void shouldBeAsDarkAsThePageSays() {
        buttons.script("Note", "return {}");
        open(Map.of("data-token", buttons.agent(), "theme", "dark"), "");
        var dark = page.button("Note").getCssValue("background-color");

        page.script("document.querySelector('custom-actions').setAttribute('theme', 'light')");

        await().until(() -> page.button("Note").getCssValue("background-color").equals("rgba(255, 255, 255, 1)"));
        assertThat(dark).isEqualTo("rgba(34, 39, 46, 1)");
    }
}
