package org.customactions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customactions.support.Patience.await;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.customactions.support.ChromiumTest;
import org.customactions.support.Full;
import org.customactions.support.Receiver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The package of npm that the build makes, in pages of React and Vue that Vite bundles. */
@Full
@QuarkusIntegrationTest
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class NpmPackageIT extends ChromiumTest {

    private static final String ELEMENT = "node_modules/@custom-actions/element/element.js";

    private final Buttons buttons = new Buttons();

    @BeforeAll
    static void requireNode() throws IOException, InterruptedException {
        NpmPages.assumePossible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"react", "vue"})
    void shouldGiveAPageItsButtonsAndTheirTypes(String framework) throws IOException, InterruptedException {
        try (var gateway = Receiver.start()) {
            // Given
            var contact = buttons.contact("Ada");
            buttons.script("Greet", "return { message: `hello ${contact.name} in ${context.conversation}` }");
            gateway.handOnTo(RestAssured.baseURI + ":" + RestAssured.port);
            NpmPages.serve(NpmPages.installed(framework), gateway);

            // When
            browser.get(gateway.url("/chat/?contact=%s&token=%s".formatted(contact, buttons.agent())));
            button("Greet").click();

            // Then
            await().untilAsserted(() -> assertThat(
                            browser.findElement(By.tagName("output")).getText())
                    .isEqualTo("Greet: hello Ada in 4711"));
        }
    }

    private WebElement button(String name) {
        var selector = By.cssSelector(".toolbar .button[title=%s]".formatted(name));
        await().until(() -> browser.findElements(By.cssSelector("custom-actions:defined")).stream()
                .anyMatch(element ->
                        !element.getShadowRoot().findElements(selector).isEmpty()));
        return browser.findElement(By.tagName("custom-actions")).getShadowRoot().findElement(selector);
    }

    @ParameterizedTest
    @ValueSource(strings = {"react", "vue"})
    void shouldBeImportableByAServerThatRendersPages(String framework) throws IOException, InterruptedException {
        var page = NpmPages.installed(framework);
        var script =
                "for (const name of ['', '/%s']) console.log(Object.keys(await import('@custom-actions/element' + name)))";

        var printed = NpmPages.run(page, "node", "--input-type=module", "--eval", script.formatted(framework));

        assertThat(printed.lines()).hasSize(2).containsOnly("[ 'CustomActionsElement' ]");
    }

    @Test
    void shouldHaveTheFileThatTheServiceHas() throws IOException, InterruptedException {
        var element = Files.readString(NpmPages.installed("react").resolve(ELEMENT));

        var entry = RestAssured.get("/embed/custom-actions.js").asString();
        var file = entry.replaceAll(".*\"\\.\\.(/assets/.+)\".*\n", "$1");
        assertThat(RestAssured.get(file).asString()).isEqualTo(element);
    }
}
