package dev.assay.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fonts that processes have left in the folder for temporary files. */
class BundledFontsTest {
    /** No process of Linux has such an id. */
    private static final long NOBODY = 4_999_999_999L;

    @TempDir
    private Path temporary;

    private Path left(String name, Duration age) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(name));
        Files.writeString(folder.resolve(BundledFonts.PLAIN), "a font");
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(age)));
        return folder;
    }

    @Test
    void whatAKilledProcessHasLeftGoesAndNothingElse() throws IOException {
        Duration day = Duration.ofDays(1);
        Path killed = left("assay-fonts-" + NOBODY + "-1", day);
        Path young = left("assay-fonts-" + NOBODY + "-2", Duration.ZERO);
        Path alive = left("assay-fonts-" + ProcessHandle.current().pid() + "-3", day);
        Path strange = left("assay-fonts-of-mine", day);
        Path more = left("assay-fonts-" + NOBODY + "-4", Duration.ZERO);
        Files.writeString(more.resolve("mine"), "precious");
        Files.setLastModifiedTime(more, FileTime.from(Instant.now().minus(day)));
        BundledFonts.clear(temporary);
        assertThat(killed).doesNotExist();
        assertThat(young.resolve(BundledFonts.PLAIN)).exists();
        assertThat(alive.resolve(BundledFonts.PLAIN)).exists();
        assertThat(strange.resolve(BundledFonts.PLAIN)).exists();
        assertThat(more.resolve("mine")).hasContent("precious");
    }
}
