package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.console.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedMemoryTest {
    @TempDir
    private Path files;

    private final StringWriter warnings = new StringWriter();
    private final Console console =
            new Console(new PrintWriter(new StringWriter()), new PrintWriter(warnings), false, false, false, 1000);

    @Test
    void whatWasLeftMeanwhileIsNamedAndStays() throws IOException {
        Path old = Files.writeString(files.resolve("old"), "x");
        SharedMemory before = SharedMemory.now(files);
        for (int i = 0; i < 8; i++) {
            Files.writeString(files.resolve("new-" + i), "x");
        }
        before.tellWhatCame(console);
        assertThat(warnings.toString())
                .contains(files.resolve("new-0") + ", ", " and 2 more", "It takes up memory")
                .doesNotContain(old.toString());
        assertThat(files.resolve("new-0")).exists();
    }
}
