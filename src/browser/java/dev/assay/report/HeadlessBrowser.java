package dev.assay.report;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.StreamSupport;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PrintOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Chromium of the system without a window, as a reader of pages. */
final class HeadlessBrowser implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars");
    private static final JsonMapper JSON = new JsonMapper();

    private final ChromeDriver driver;

    HeadlessBrowser() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(System.getProperty("browser.chromium"));
        options.addArguments(ARGUMENTS);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(System.getProperty("browser.driver")))
                        .build(),
                options);
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
    }

    /** Opens a page as a reader has it. */
    void open(URI page, Look look) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", look.width(), "height", 900, "deviceScaleFactor", 1, "mobile", false));
        medium("screen", look.dark());
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !look.scripts()));
        driver.manage().logs().get(LogType.PERFORMANCE);
        driver.manage().logs().get(LogType.BROWSER);
        driver.get(page.toString());
        // from here on it is the tests that ask: the page's own script has run, or has not
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }

    /** Shows the page as on paper, or on the screen again. */
    void medium(String medium, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        medium,
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** What a script in the page says. */
    Object ask(String script, Object... arguments) {
        return Objects.requireNonNull(driver.executeScript(script, arguments));
    }

    /** A whole number that a script in the page says. */
    long number(String script) {
        return ((Number) ask(script)).longValue();
    }

    /** What the browser complained of since the page was opened. */
    List<String> messages() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Every address that was asked for since the page was opened. */
    List<String> requests() {
        List<String> requests = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = JSON.readTree(entry.getMessage()).path("message");
            if (message.path("method").asString("").equals("Network.requestWillBeSent")) {
                requests.add(message.at("/params/request/url").asString());
            }
        }
        return requests;
    }

    /** What axe-core finds wrong, a line for each kind, with the first places. */
    List<String> violations() {
        driver.executeScript(axe());
        String found = String.valueOf(
                driver.executeAsyncScript(
                        "const done = arguments[0];"
                                + "axe.run(document, {resultTypes: ['violations']}).then(r => done(JSON.stringify(r.violations)), e => done(String(e)))"));
        return StreamSupport.stream(JSON.readTree(found).spliterator(), false)
                .map(each -> each.path("id").asString() + ", "
                        + each.path("nodes").size() + " times: "
                        + each.path("nodes").path(0).path("html").asString() + " "
                        + each.path("nodes").path(0).path("failureSummary").asString())
                .toList();
    }

    /** The page as a PDF file. */
    byte[] print() {
        return Base64.getDecoder().decode(driver.print(new PrintOptions()).getContent());
    }

    private static String axe() {
        try (InputStream in = HeadlessBrowser.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    /**
     * How a reader has the page.
     *
     * @param width in CSS pixels
     * @param dark whether dark colors are preferred
     * @param scripts whether scripts run
     */
    record Look(int width, boolean dark, boolean scripts) {
        static final Look WIDE = new Look(1200, false, true);
        static final Look NARROW = new Look(390, true, true);
    }
}
