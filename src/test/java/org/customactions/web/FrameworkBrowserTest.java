package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customactions.support.Full;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** The buttons in the pages of frameworks, which set properties, listen to events and take elements away. */
@Full
@QuarkusTest
class FrameworkBrowserTest extends ChatTest {

    private static final Path APPS = Path.of("src/test/resources/web").toAbsolutePath();

    @ParameterizedTest
    @ValueSource(strings = {"react.jsx", "react-ref.jsx", "vue.js"})
    void shouldBeAnElementLikeOthers(String app) throws IOException, InterruptedException {
        var other = buttons.contact("Tom");
        buttons.script("Greet", "return { toast: { message: 'hello ' + contact.name, type: 'info' } }");
        if (app.startsWith("vue")) {
            page.compilingTemplates().restore();
        }
        open(app, contact, other);

        page.button("Greet").click();
        page.awaitToast("info", "hello Ada");
        awaitExecuted("Greet " + contact);
        click("next");
        awaitContact(other);
        page.button("Greet").click();

        page.awaitToast("info", "hello Tom");
        awaitExecuted("Greet %s, Greet %s".formatted(contact, other));

        click("open");
        await().until(() -> browser.findElements(By.tagName("custom-actions")).isEmpty());
        click("open");
        page.button("Greet").click();

        page.awaitToast("info", "hello Tom");
        awaitExecuted("Greet %1$s, Greet %2$s, Greet %2$s".formatted(contact, other));
        assertThat(page.script("return globalThis.complaints")).isEqualTo(List.of());
    }

    private void open(String app, UUID... contacts) throws IOException, InterruptedException {
        var script = BundlerTools.run(
                APPS,
                Map.of("NODE_PATH", BundlerTools.PACKAGES.toString()),
                List.of(
                        BundlerTools.esbuild(),
                        app,
                        "--bundle",
                        "--format=esm",
                        "--jsx=automatic",
                        "--define:process.env.NODE_ENV=\"development\"",
                        "--log-level=error"));
        var ids = List.of(contacts).stream().map(UUID::toString).toList();
        page.openApp(script, Map.of("data-token", buttons.agent(), "data-contacts", String.join(" ", ids)));
    }

    private void click(String id) {
        browser.findElement(By.id(id)).click();
    }

    private void awaitContact(UUID shown) {
        await().until(() -> browser.findElement(By.tagName("custom-actions"))
                .getDomAttribute("contact-id")
                .equals(shown.toString()));
    }

    private void awaitExecuted(String text) {
        await().untilAsserted(() ->
                assertThat(browser.findElement(By.tagName("output")).getText()).isEqualTo(text));
    }
}
