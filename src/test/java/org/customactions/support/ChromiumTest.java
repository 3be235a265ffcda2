package org.customactions.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;

/** A test class that drives a {@link Chromium}. */
@BrowserTest
public abstract class ChromiumTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    protected static ChromeDriver browser;

    @BeforeAll
    static void startBrowser() {
        browser = Chromium.running();
    }

    @AfterEach
    void endEmulation() {
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        prefer("");
    }

    /** Shows pages in a window of this size, to somebody who prefers a {@code light} or {@code dark} scheme. */
    protected static void emulate(String scheme, int width, int height) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        prefer(scheme);
    }

    private static void prefer(String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Takes a picture of the page, and fails when axe finds what keeps somebody from using it. */
    protected static void assertUsable(String picture) {
        save(picture);
        var faults = new AxeBuilder().setLegacyMode(true).analyze(browser).getViolations();
        assertThat(faults)
                .as(picture)
                .filteredOn(fault -> List.of("serious", "critical").contains(fault.getImpact()))
                .extracting(Rule::getId, rule -> rule.getNodes().get(0).getHtml())
                .isEmpty();
    }

    private static void save(String picture) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(picture + ".png"), browser.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is on the clipboard. */
    protected static String clipboard() {
        return (String) browser.executeAsyncScript(
                "navigator.clipboard.readText().then(arguments[0], error => arguments[0]('error: ' + error))");
    }

    /** Goes to the tab beside the one that is shown. */
    protected static void switchToOtherTab() {
        var shown = browser.getWindowHandle();
        browser.getWindowHandles().stream().filter(tab -> !tab.equals(shown)).forEach(browser.switchTo()::window);
    }

    /** Closes all tabs but the first, and goes there. */
    protected static void closeOtherTabs() {
        var tabs = browser.getWindowHandles().iterator();
        var first = tabs.next();
        while (tabs.hasNext()) {
            browser.switchTo().window(tabs.next()).close();
        }
        browser.switchTo().window(first);
    }
}
