package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.AssayException.Malformed;
import dev.assay.model.AssayException.Storage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipe in the place of a journal or a history would be waited for without an end. */
class PipesAreNotReadTest {
    private static final String KIND = "(it is a pipe, a socket or a device, not a regular file)";

    @TempDir
    private Path folder;

    private Path pipe(String name) throws IOException, InterruptedException {
        Path pipe = folder.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }

    @Test
    void aPipeIsNotAJournal() throws IOException, InterruptedException {
        Path pipe = pipe("journal.jsonl");

        assertThatThrownBy(() -> JournalReader.read(pipe))
                .isInstanceOf(Malformed.class)
                .hasMessageStartingWith("Cannot read the journal " + pipe + " " + KIND);
    }

    @Test
    void aPipeIsNotAHistory() throws IOException, InterruptedException {
        pipe(HistoryFile.NAME);

        assertThatThrownBy(() -> HistoryFile.in(folder).read())
                .isInstanceOf(Storage.class)
                .hasMessageContaining(KIND);
    }
}
