package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Examples;
import dev.assay.model.AssayException.Malformed;
import dev.assay.model.catalog.ThreadUse;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals larger than any that Assay writes. */
class LargeJournalTest {
    private static final int TRIALS = 100_000;
    private static final RunHeader HEADER = Examples.header(List.of(Examples.trial("some/first:rust:std@10x1")));

    @TempDir
    private Path results;

    private Path header() throws IOException {
        RunFolder folder = RunFolder.create(results, HEADER.id());
        try (Journal journal = folder.journal()) {
            journal.header(HEADER);
        }
        return folder.journalFile();
    }

    /** Each of a workload of its own, of which the header has no list: a journal that another tool wrote. */
    @Test
    void aHundredThousandTrialsAreRead() throws IOException {
        Path journal = header();
        String trials = IntStream.range(0, TRIALS)
                .mapToObj(i -> "{\"id\":\"many/w" + i + ":rust:std@10x" + (1 + i % 2)
                        + "\",\"command\":{\"argv\":[\"/bin/w\"]}}")
                .collect(Collectors.joining(","));
        String text = Files.readString(journal)
                .replaceFirst("\"workloads\":\\[[^\\]]*],", "")
                .replaceFirst("\"trials\":\\[", "\"trials\":[" + trials + ",");
        assertThat(text).doesNotContain("\"workloads\"");
        Files.writeString(journal, text);
        Recording recording = JournalReader.read(journal);
        assertThat(recording.header().trials()).hasSize(TRIALS + 1);
        assertThat(recording.header().workloads()).hasSize(TRIALS + 1);
        assertThat(recording.header().workloads().get(1).threads()).isEqualTo(ThreadUse.SCALING);
    }

    /** Blank lines are allowed, so that a journal of any size can be made of nothing. */
    @Test
    void aJournalThatNoArrayHoldsIsReadAsAStream() throws IOException {
        byte[] header = Files.readAllBytes(header());
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');
        blanks[blanks.length - 1] = '\n';
        int times = 2100;
        InputStream journal = new SequenceInputStream(Collections.enumeration(IntStream.rangeClosed(0, times)
                .mapToObj(i -> new ByteArrayInputStream(i == 0 ? header : blanks))
                .toList()));
        JournalReader.Content content = JournalReader.read(results, journal);
        assertThat(content.recording().header()).isEqualTo(HEADER);
        assertThat(content.wholeBytes())
                .isEqualTo(header.length + (long) times * blanks.length)
                .isGreaterThan(Integer.MAX_VALUE);
    }

    /** Lines are read many at a time; what is wrong is still said by the number of its line. */
    @Test
    void aProblemBehindManyLinesHasTheNumberOfItsLine() throws IOException {
        Path journal = header();
        String sample =
                "{\"kind\":\"sample\",\"trial\":\"some/first:rust:std@10x1\",\"block\":%d,\"position\":0,\"wallNs\":5}%n";
        int number = 200_000;
        String samples = IntStream.range(0, number)
                .mapToObj(block -> String.format(Locale.ROOT, sample, block))
                .collect(Collectors.joining());
        String torn = "{\"kind\":\"sam";
        Files.writeString(journal, samples + torn, StandardOpenOption.APPEND);
        long size = Files.size(journal);
        try (InputStream stream = Files.newInputStream(journal)) {
            JournalReader.Content content = JournalReader.read(journal, stream);
            assertThat(content.recording().samples()).hasSize(number);
            assertThat(content.recording().samples().get(number - 1).block()).isEqualTo(number - 1);
            assertThat(content.wholeBytes()).isEqualTo(size - torn.length());
            assertThat(content.tornBytes()).isEqualTo(torn.length());
        }
        Files.writeString(journal, "\n" + String.format(Locale.ROOT, sample, 7), StandardOpenOption.APPEND);
        assertThatThrownBy(() -> JournalReader.read(journal))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("line " + (number + 2) + ": not JSON")
                .hasMessageContaining("line " + (number + 3) + ": block 7 has a timing sample of")
                .hasMessageContaining("already, on line 9");
    }

    @Test
    void aLineThatNeverEndsIsRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                Arrays.fill(into, from, from + length, (byte) 'x');
                return length;
            }
        };
        assertThatThrownBy(() -> JournalReader.read(results.resolve("journal.jsonl"), endless))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("journal.jsonl")
                .satisfies(refused -> assertThat(refused).message().hasSizeLessThan(400));
    }
}
