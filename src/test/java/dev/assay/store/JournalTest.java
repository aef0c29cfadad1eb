package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Examples;
import dev.assay.SampleBuilder;
import dev.assay.model.AssayException.Malformed;
import dev.assay.model.AssayException.Storage;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Severity;
import dev.assay.model.Warning;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.model.run.ServiceFigures;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.Trial;
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
    private static final RunHeader HEADER = Examples.header(List.of(Examples.trial(TRIAL)));
    private static final Sample SAMPLE = Examples.sample(TRIAL, 1, false, 5_000_000);
    private static final Sample NEXT = Examples.sample(TRIAL, 2, false, 5_100_000);

    private static final Recording.Resume SEAM = new Recording.Resume(
            Instant.parse("2026-01-02T05:00:00Z"),
            Instant.parse("2026-01-02T04:00:00Z"),
            1,
            Examples.environment(SnapshotPhase.BEFORE));

    @TempDir
    private Path results;

    private RunFolder written() {
        RunFolder folder = RunFolder.create(results, HEADER.id());
        try (Journal journal = folder.journal()) {
            journal.header(HEADER);
            journal.sample(SAMPLE);
            journal.environment(Examples.environment(SnapshotPhase.AFTER));
            journal.end(new Recording.End(Instant.parse("2026-01-02T03:05:05Z"), true, null));
        }
        return folder;
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Recording recording = JournalReader.read(written().journalFile());
        assertThat(recording.header()).isEqualTo(HEADER);
        assertThat(recording.samples()).containsExactly(SAMPLE);
        assertThat(recording.environments()).containsExactly(Examples.environment(SnapshotPhase.AFTER));
        assertThat(recording.partial()).isFalse();
    }

    @Test
    void whyAWorkloadEndedIsReadBack() {
        RunFolder folder = RunFolder.create(results, HEADER.id());
        StopReason precise = new StopReason("numeric/nbody", StopReason.Reason.PRECISE, 12, 0.0164, 0.1);
        StopReason most = new StopReason("numeric/sum", StopReason.Reason.MAX_BLOCKS, 60, null, null);
        try (Journal journal = folder.journal()) {
            journal.header(HEADER);
            journal.stop(precise);
            journal.stop(most);
        }
        assertThat(JournalReader.read(folder.journalFile()).stops()).containsExactly(precise, most);
        assertThat(folder.journalFile())
                .content()
                .contains("{\"kind\":\"stop\",\"workload\":\"numeric/nbody\",\"reason\":\"precise\","
                        + "\"blocks\":12,\"width\":0.0164,\"target\":0.1,\"session\":1}")
                .contains("\"reason\":\"max-blocks\",\"blocks\":60,\"width\":null");
    }

    @Test
    void whatAServerDidIsReadBack() {
        Trial trial = HEADER.trials().get(0);
        Trial server = new Trial(trial.id(), trial.command(), trial.expected(), true, null, List.of(), 1, true);
        RunHeader header = Examples.header(List.of(server));
        Sample few = new SampleBuilder(SAMPLE)
                .service(new ServiceFigures(9, 1, 2, null, 4, 5, 6, true))
                .build();
        Sample many = new SampleBuilder(NEXT)
                .service(new ServiceFigures(9, 1, 2, 3L, 4, 5, 6, false))
                .build();
        RunFolder folder = RunFolder.create(results, header.id());
        try (Journal journal = folder.journal()) {
            journal.header(header);
            journal.sample(few);
            journal.sample(many);
        }
        Recording recording = JournalReader.read(folder.journalFile());
        assertThat(recording.header().trials()).containsExactly(server);
        assertThat(recording.samples()).containsExactly(few, many);
    }

    @Test
    void aJournalThatKnewNoServersHasNone() throws IOException {
        Path journal = written().journalFile();
        String text = Files.readString(journal);
        String older = text.replaceAll(",\"service\":(null|false)", "");
        assertThat(older).isNotEqualTo(text).doesNotContain("service");
        Files.writeString(journal, older);

        Recording recording = JournalReader.read(journal);
        assertThat(recording.header()).isEqualTo(HEADER);
        assertThat(recording.samples()).containsExactly(SAMPLE);
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
    void aLastLineThatWasCutOffIsOmitted() throws IOException {
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
                .hasMessageContaining("does not begin with a header");
    }

    @Test
    void aJournalThatHasNoWholeLineSaysThatNothingIsLost() throws IOException {
        Path file = written().journalFile();
        Files.writeString(file, Files.readString(file).substring(0, 100));
        assertThatThrownBy(() -> JournalReader.read(file))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("nothing had been measured: start a new run.");
    }

    @Test
    void aRunGoesOnBehindItsLastWholeLine() throws IOException {
        RunFolder folder = written();
        Path file = folder.journalFile();
        String whole = String.join("\n", Files.readAllLines(file).subList(0, 2)) + "\n";
        String torn = "{\"kind\":\"sample\",\"trial\":\"num";
        Files.writeString(file, whole + torn);
        try (Journal journal = folder.reopenJournal()) {
            JournalReader.Content content = journal.content();
            assertThat(content.recording().samples()).containsExactly(SAMPLE);
            assertThat(content.tornBytes()).isEqualTo(torn.length());
            journal.resume(SEAM);
            journal.sample(NEXT);
        }
        assertThat(Files.readString(file))
                .startsWith(whole + "{\"kind\":\"resume\"")
                .hasLineCount(4);
        Recording recording = JournalReader.read(file);
        assertThat(recording.samples()).containsExactly(SAMPLE, NEXT);
        assertThat(recording.resumes()).containsExactly(SEAM);
        assertThat(recording.laterEnvironments()).containsExactly(SEAM.environment());
    }

    @Test
    void aLastLineThatLacksOnlyItsEndIsKept() throws IOException {
        RunFolder folder = written();
        Path file = folder.journalFile();
        Files.writeString(file, Files.readString(file).stripTrailing());
        try (Journal journal = folder.reopenJournal()) {
            assertThat(journal.content().tornBytes()).isZero();
            journal.resume(SEAM);
        }
        assertThat(Files.readString(file)).hasLineCount(5).endsWith("}\n");
        assertThat(JournalReader.read(file).resumes()).hasSize(1);
    }

    @Test
    void anEndBeforeASeamIsNone() {
        RunFolder folder = written();
        try (Journal journal = folder.reopenJournal()) {
            assertThat(journal.content().recording().partial()).isFalse();
            journal.resume(SEAM);
        }
        assertThat(JournalReader.read(folder.journalFile()).end()).isNull();
    }

    @Test
    void nothingIsChangedByALook() throws IOException {
        RunFolder folder = written();
        Path file = folder.journalFile();
        Files.writeString(file, Files.readString(file) + "{\"kin");
        byte[] before = Files.readAllBytes(file);
        try (Journal journal = folder.reopenJournal()) {
            assertThat(journal.content().tornBytes()).isEqualTo(5);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aJournalHasOneWriter() {
        RunFolder folder = RunFolder.create(results, HEADER.id());
        try (Journal journal = folder.journal()) {
            journal.header(HEADER);
            assertThatThrownBy(folder::reopenJournal)
                    .isInstanceOf(Usage.class)
                    .hasMessageContaining("Another process is still writing");
        }
        try (Journal journal = folder.reopenJournal()) {
            assertThat(journal.content().recording().header()).isEqualTo(HEADER);
        }
    }

    @Test
    void aRunThatLostItsJournalIsSaidToBeOne() throws IOException {
        RunFolder folder = written();
        Files.writeString(folder.path().resolve("run.json"), "{}");
        Files.delete(folder.journalFile());
        assertThatThrownBy(() -> RunFolder.open(folder.path()))
                .isInstanceOf(Usage.class)
                .hasMessageContaining("is missing: there is no journal.jsonl")
                .hasMessageContaining("run.json");
    }

    @Test
    void aFolderWithoutAJournalIsNotARun() {
        assertThatThrownBy(() -> RunFolder.open(results))
                .isInstanceOf(Usage.class)
                .hasMessageContaining("results/latest");
    }

    @Test
    void whatIsNotALinkOfOursIsNotReplacedByTheLatest() throws IOException {
        RunFolder run = written();
        Path latest = results.resolve("latest");
        Files.writeString(latest, "my notes");
        assertThat(run.makeLatest()).contains(latest + " was not changed", "'report " + run.path() + "'");
        assertThat(latest).hasContent("my notes");
        Files.delete(latest);
        Files.writeString(Files.createDirectory(latest).resolve("mine"), "");
        assertThat(run.makeLatest()).contains("was not changed");
        assertThat(latest.resolve("mine")).exists();
        Files.delete(latest.resolve("mine"));
        Files.delete(latest);
        for (Path elsewhere : List.of(results.resolve("mine"), Path.of("../mine"))) {
            Files.createSymbolicLink(latest, elsewhere);
            assertThat(run.makeLatest()).contains("was not changed");
            assertThat(Files.readSymbolicLink(latest)).isEqualTo(elsewhere);
            Files.delete(latest);
        }
        Files.createSymbolicLink(latest, Path.of("a-run-that-was-deleted"));
        assertThat(run.makeLatest()).isNull();
        assertThat(Files.readSymbolicLink(latest)).isEqualTo(run.path().getFileName());
        assertThat(results).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void theLatestRunIsLinked() throws IOException {
        RunFolder first = written();
        assertThat(first.makeLatest()).isNull();
        RunFolder second = RunFolder.create(results, "20270102T030405Z-0001");
        assertThat(second.makeLatest()).isNull();
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
        assertThat(folder.path()).isDirectoryNotContaining("glob:**/.*");
    }
}
