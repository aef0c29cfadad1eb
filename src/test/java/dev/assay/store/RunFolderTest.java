package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.AssayException.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a run, in a folder into which others write too. */
class RunFolderTest {
    @TempDir
    private Path results;

    private RunFolder run = RunFolder.ofPath(Path.of(""));

    @BeforeEach
    void create() {
        run = RunFolder.create(results, "20260102T030405Z-0001");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void manyMayWriteTheSameFileAtOnce() throws InterruptedException, ExecutionException, IOException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                writers.add(() -> {
                    run.write("charts/one.png", bytes("whole"));
                    return run.makeLatest() == null;
                });
            }
            for (Future<Boolean> written : threads.invokeAll(writers)) {
                assertThat(written.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(run.path().resolve("charts/one.png")).hasContent("whole");
        assertThat(run.path()).isDirectoryNotContaining("glob:**/.*");
        assertThat(results).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void noLinkLeadsOutOfTheFolder() throws IOException {
        Path mine = Files.createDirectory(results.resolve("mine"));
        Path photo = Files.writeString(mine.resolve("one.png"), "precious");
        Files.createSymbolicLink(run.path().resolve("charts"), mine);
        Files.createSymbolicLink(run.path().resolve("report.html"), photo);
        assertThatThrownBy(() -> run.write("charts/one.png", bytes("a chart")))
                .isInstanceOf(Storage.class)
                .hasMessageContaining("charts is a link");
        run.write("report.html", bytes("a report"));
        assertThat(photo).hasContent("precious");
        assertThat(run.path().resolve("report.html")).hasContent("a report");
    }

    @Test
    void onlyOldDraftsAreTakenAway() throws IOException {
        Path old = Files.writeString(run.path().resolve(".report.html.1.draft"), "");
        Path young = Files.writeString(run.path().resolve(".report.html.2.draft"), "");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        run.tidy();
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }
}
