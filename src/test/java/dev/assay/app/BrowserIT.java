package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.process.CommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With browsers that write down what they were asked to show. */
class BrowserIT {
    @TempDir
    private Path folder;

    private Path shown;

    @BeforeEach
    void browsers() throws IOException {
        shown = folder.resolve("shown");
        browser("mine");
        browser("xdg-open");
    }

    /** The name comes last, and whole: the file is moved to its place. */
    private void browser(String name) throws IOException {
        Path program = Files.writeString(
                folder.resolve(name),
                "#!/bin/sh\nprintf '%s\\n' \"" + name + "\" \"$@\" > \"" + shown + ".draft\"\nmv \"" + shown
                        + ".draft\" \"" + shown + "\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private boolean open(Map<String, String> environment) {
        return new Browser(environment, new CommandRunner()).open(Path.of("/tmp/a b/report.html"));
    }

    /** It runs in the background, so it may come later. */
    private String asked() throws IOException {
        while (!Files.exists(shown)) {
            Thread.onSpinWait();
        }
        return Files.readString(shown);
    }

    private String path() {
        return folder + ":/usr/bin:/bin";
    }

    @Test
    void theFirstBrowserThatIsThereIsAsked() throws IOException {
        assertThat(open(Map.of("PATH", path(), "BROWSER", "absent:mine --new-window", "DISPLAY", ":0")))
                .isTrue();
        assertThat(asked()).isEqualTo("mine\n--new-window\nfile:///tmp/a%20b/report.html\n");
    }

    @Test
    void theAddressGoesWhereItIsWanted() throws IOException {
        assertThat(open(Map.of("PATH", path(), "BROWSER", "mine '--app=%s' -x")))
                .isTrue();
        assertThat(asked()).isEqualTo("mine\n--app=file:///tmp/a%20b/report.html\n-x\n");
    }

    @Test
    void onADesktopItsOwnOneIsAsked() throws IOException {
        assertThat(open(Map.of("PATH", path(), "WAYLAND_DISPLAY", "wayland-0"))).isTrue();
        assertThat(asked()).isEqualTo("xdg-open\nfile:///tmp/a%20b/report.html\n");
    }

    @Test
    void withoutADesktopOrABrowserThereIsNone() {
        assertThat(open(Map.of("PATH", path()))).isFalse();
        assertThat(open(Map.of("PATH", path(), "BROWSER", "absent"))).isFalse();
        assertThat(open(Map.of("PATH", "/nowhere", "DISPLAY", ":0"))).isFalse();
    }
}
