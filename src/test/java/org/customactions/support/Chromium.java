package org.customactions.support;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A headless Chromium and its driver, as Debian's packages {@code chromium} and {@code chromium-driver} install them,
 * or a Chrome. Both are looked for on the path; nothing is downloaded.
 */
public final class Chromium {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String DRIVER = "chromedriver";

    private static ChromeDriver running;

    private Chromium() {}

    /** What the machine lacks, as a part of a sentence; empty where it has all. */
    public static Optional<String> missing() {
        if (browser().isEmpty()) {
            return Optional.of("no chromium is on the path");
        }
        return onPath(DRIVER).isEmpty() ? Optional.of("no chromedriver is on the path") : Optional.empty();
    }

    /**
     * The one of all test classes that a service runs for, at an empty page. It has a profile of its own and a window
     * of 1280 by 800, and may use the clipboard. Cookies are deleted; what a page keeps in its tab, its tests forget
     * themselves.
     */
    static synchronized ChromeDriver running() {
        if (running == null || !answers(running)) {
            stop();
            running = start();
        }
        running.get("about:blank");
        return running;
    }

    /** Stops it if there is one. */
    static synchronized void stop() {
        if (running != null) {
            running.quit();
            running = null;
        }
    }

    private static boolean answers(ChromeDriver driver) {
        try {
            // Those of every page: cookies know no ports, so a test would see what another one has left.
            driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
            return true;
        } catch (WebDriverException e) {
            return false;
        }
    }

    private static ChromeDriver start() {
        var options = new ChromeOptions();
        options.setBinary(browser().orElseThrow().toFile());
        // Without its sandbox it starts as root too, and the pages it opens here are ours.
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,800");
        // The console speaks the browser's language, and tests read what it says.
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "en-US,en"));
        // By default the driver lets every pop-up through.
        options.setExperimentalOption("excludeSwitches", List.of("disable-popup-blocking"));
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(onPath(DRIVER).orElseThrow().toFile())
                .usingAnyFreePort()
                .withTimeout(Patience.LIMIT)
                .build();
        var driver = new ChromeDriver(service, options);
        driver.executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        return driver;
    }

    private static Optional<Path> browser() {
        return BROWSERS.stream().flatMap(name -> onPath(name).stream()).findFirst();
    }

    private static Optional<Path> onPath(String name) {
        return folders()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> folders() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
    }
}
