package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SnapshotPhase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A journal to which something is done while it is written, as 'git clean -fdx' in a prepared folder does. */
class DamagedJournalTest {
    private static final String TRIAL = "numeric/nbody:rust:std@10x1";
    private static final RunHeader HEADER = Examples.header(List.of(Examples.trial(TRIAL)));
    private static final Sample SAMPLE = Examples.sample(TRIAL, 1, false, 5_000_000);
    private static final Sample NEXT = Examples.sample(TRIAL, 2, false, 5_100_000);
    private static final Recording.End END = new Recording.End(Instant.parse("2026-01-02T03:05:05Z"), true, null);

    @TempDir
    private Path results;

    /** What is done, what is said of it, and whether it leaves something that is not ours to delete. */
    enum Deed {
        DELETED("was deleted", false) {
            @Override
            void to(Path journal) throws IOException {
                Files.delete(journal);
            }
        },
        FOLDER_DELETED("was deleted", false) {
            @Override
            void to(Path journal) throws IOException {
                Files.delete(journal);
                Files.delete(journal.resolveSibling(""));
            }
        },
        CUT("was cut off", true) {
            @Override
            void to(Path journal) throws IOException {
                try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
                    file.setLength(100);
                }
            }
        },
        REPLACED("was replaced by something else", true) {
            @Override
            void to(Path journal) throws IOException {
                Path other = Files.copy(journal, journal.resolveSibling("other"));
                Files.delete(journal);
                Files.move(other, journal);
            }
        },
        A_FOLDER("was replaced by something else", true) {
            @Override
            void to(Path journal) throws IOException {
                Files.delete(journal);
                Files.createDirectory(journal);
            }
        },
        APPENDED("was written into", true) {
            @Override
            void to(Path journal) throws IOException {
                Files.writeString(journal, "a stranger's line\n", StandardOpenOption.APPEND);
            }
        };

        private final String said;
        private final boolean leaves;

        Deed(String said, boolean leaves) {
            this.said = said;
            this.leaves = leaves;
        }

        abstract void to(Path journal) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void isWrittenAgainFromWhatIsKnown(Deed deed) throws IOException {
        RunFolder run = RunFolder.create(results, HEADER.id());
        byte[] whole;
        try (Journal journal = run.journal()) {
            journal.header(HEADER);
            journal.sample(SAMPLE);
            assertThat(journal.sync()).isNull();
            whole = Files.readAllBytes(run.journalFile());
            deed.to(run.journalFile());
            assertThat(journal.sync()).isEqualTo(deed.said);
            assertThat(run.journalFile()).hasBinaryContent(whole);
            assertThat(journal.sync()).isNull();
            journal.sample(NEXT);
            deed.to(run.journalFile());
            // the last line overwrites what is shorter, and then nothing is wrong any more
            assertThat(journal.end(END) == null).isEqualTo(deed == Deed.APPENDED);
        }
        Recording recording = JournalReader.read(run.journalFile());
        assertThat(recording.samples()).containsExactly(SAMPLE, NEXT);
        assertThat(recording.partial()).isFalse();
        assertThat(Files.readAllBytes(run.journalFile())).startsWith(whole);
        assertThat(Files.exists(run.path().resolve("journal.jsonl.changed"))).isEqualTo(deed.leaves);
        assertThat(Files.exists(run.path().resolve("journal.jsonl.changed-2")))
                .isEqualTo(deed.leaves && deed != Deed.APPENDED);
    }

    @Test
    void aChangeOfTheSameSizeIsFoundInTheEnd() throws IOException {
        RunFolder run = RunFolder.create(results, HEADER.id());
        try (Journal journal = run.journal()) {
            journal.header(HEADER);
            journal.sample(SAMPLE);
            try (RandomAccessFile file = new RandomAccessFile(run.journalFile().toFile(), "rw")) {
                file.seek(200);
                file.write("xxxx".getBytes(StandardCharsets.UTF_8));
            }
            assertThat(journal.end(END)).isEqualTo("was written into");
        }
        assertThat(JournalReader.read(run.journalFile()).samples()).containsExactly(SAMPLE);
    }

    @Test
    void theJournalOfARunThatGoesOnIsKnownToo() throws IOException {
        RunFolder run = RunFolder.create(results, HEADER.id());
        try (Journal journal = run.journal()) {
            journal.header(HEADER);
            journal.sample(SAMPLE);
        }
        Files.writeString(run.journalFile(), "{\"kind\":\"samp", StandardOpenOption.APPEND);
        try (Journal journal = run.reopenJournal()) {
            Recording past = journal.content().recording();
            Recording.Resume seam = new Recording.Resume(
                    HEADER.startedAt(), HEADER.startedAt(), 1, Examples.environment(SnapshotPhase.BEFORE));
            journal.resume(seam);
            assertThat(journal.sync()).isNull();
            journal.sample(NEXT);
            Files.delete(run.journalFile());
            assertThat(journal.end(END)).isEqualTo("was deleted");
            assertThat(past.samples()).containsExactly(SAMPLE);
        }
        Recording recording = JournalReader.read(run.journalFile());
        assertThat(recording.samples()).containsExactly(SAMPLE, NEXT);
        assertThat(recording.resumes()).hasSize(1);
        assertThat(recording.partial()).isFalse();
    }
}
