package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Examples;
import dev.assay.model.AssayException.Malformed;
import dev.assay.model.AssayException.Storage;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Header;
import dev.assay.model.Phase;
import dev.assay.model.Recording;
import dev.assay.model.Sample;
import dev.assay.model.Severity;
import dev.assay.model.Warning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final String TRIAL = "numeric/nbody:rust:std@10x1";
    private static final Header HEADER = Examples.header(List.of(Examples.trial(TRIAL)));
    private static final Sample SAMPLE = Examples.sample(TRIAL, 1, false, 5_000_000);

    @TempDir
    private Path results;

    private RunFolder written() {
        RunFolder folder = RunFolder.create(results, HEADER.id());
        try (Journal journal = folder.journal()) {
            journal.header(HEADER);
            journal.sample(SAMPLE);
            journal.environment(Examples.environment(Phase.AFTER));
            journal.end(new Recording.End(Instant.parse("2026-01-02T03:05:05Z"), true, null));
        }
        return folder;
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Recording recording = JournalReader.read(written().journalFile());
        assertThat(recording.header()).isEqualTo(HEADER);
        assertThat(recording.samples()).containsExactly(SAMPLE);
        assertThat(recording.environments()).containsExactly(Examples.environment(Phase.AFTER));
        assertThat(recording.partial()).isFalse();
    }

    @Test
    void everyLineIsAsciiWhateverTheNames() throws IOException {
        assertThat(Files.readString(written().journalFile(), StandardCharsets.US_ASCII))
                .contains("in put/\\u00FC")
                .hasLineCount(4);
    }

    @Test
    void aWarningOfAJournalThatKnewNoSeverityIsAHint() throws IOException {
        Path journal = written().journalFile();
        String text = Files.readString(journal);
        String older = text.replaceAll(",\"severity\":\"[a-z]+\"", "");
        assertThat(older).isNotEqualTo(text);
        Files.writeString(journal, older);

        assertThat(JournalReader.read(journal).header().environment().warnings())
                .extracting(Warning::severity)
                .containsExactly(Severity.HINT);
    }

    @Test
    void whatIsAbsentIsNullAndNeverZero() throws IOException {
        String line = Files.readAllLines(written().journalFile()).get(1);
        assertThat(line)
                .contains("\"treePeakHighBytes\":null")
                .contains("\"signal\":null")
                .contains("\"problem\":null");
    }

    @Test
    void aLastLineThatWasCutOffIsLeftOut() throws IOException {
        Path file = written().journalFile();
        List<String> lines = Files.readAllLines(file);
        Files.writeString(
                file, lines.get(0) + "\n" + lines.get(1) + "\n" + lines.get(1).substring(0, 40));
        Recording recording = JournalReader.read(file);
        assertThat(recording.samples()).containsExactly(SAMPLE);
        assertThat(recording.partial()).isTrue();
    }

    @Test
    void aBrokenLineInTheMiddleIsNamed() throws IOException {
        Path file = written().journalFile();
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\n{\"kind\":\n" + lines.get(1) + "\n");
        assertThatThrownBy(() -> JournalReader.read(file))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("results/README.md");
    }

    @Test
    void aForeignJournalIsRefused() throws IOException {
        Path file = written().journalFile();
        Files.writeString(file, Files.readString(file).replace("assay.journal/1", "assay.journal/9"));
        assertThatThrownBy(() -> JournalReader.read(file))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("'assay.journal/9'");
        Files.writeString(file, "{\"kind\":\"sample\"}\n");
        assertThatThrownBy(() -> JournalReader.read(file)).isInstanceOf(Malformed.class);
        Files.writeString(file, "");
        assertThatThrownBy(() -> JournalReader.read(file))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("begins with a header");
    }

    @Test
    void aFolderWithoutAJournalIsNoRun() {
        assertThatThrownBy(() -> RunFolder.open(results))
                .isInstanceOf(Usage.class)
                .hasMessageContaining("results/latest");
    }

    @Test
    void theLatestRunIsLinked() throws IOException {
        RunFolder first = written();
        assertThat(first.makeLatest()).isTrue();
        RunFolder second = RunFolder.create(results, "20270102T030405Z-0001");
        assertThat(second.makeLatest()).isTrue();
        assertThat(Files.readSymbolicLink(results.resolve("latest"))).isEqualTo(Path.of("20270102T030405Z-0001"));
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidWithWhatToDo() throws IOException {
        Path file = Files.createFile(results.resolve("file"));
        assertThatThrownBy(() -> RunFolder.create(file, "x"))
                .isInstanceOf(Storage.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--results=DIR");
    }

    @Test
    void filesAreWrittenWholeAndLeaveNoDraft() throws IOException {
        RunFolder folder = written();
        folder.write("charts/a.png", new byte[] {1, 2, 3});
        folder.write("charts/a.png", new byte[] {4});
        assertThat(Files.readAllBytes(folder.path().resolve("charts/a.png"))).containsExactly(4);
        try (var files = Files.list(folder.path().resolve("charts"))) {
            assertThat(files).hasSize(1);
        }
    }
}
