package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Examples;
import dev.assay.model.AssayException.Malformed;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a journal on its way through other hands. */
class HostileJournalTest {
    private static final String TRIAL = "numeric/nbody:rust:std@10x1";
    private static final RunHeader HEADER = Examples.header(List.of(Examples.trial(TRIAL)));
    private static final Sample SAMPLE = Examples.sample(TRIAL, 1, false, 5_000_000);

    @TempDir
    private Path results;

    private Path journal = Path.of("");
    private String text = "";

    @BeforeEach
    void write() throws IOException {
        RunFolder run = RunFolder.create(results, HEADER.id());
        journal = run.journalFile();
        try (Journal open = run.journal()) {
            open.header(HEADER);
            open.sample(SAMPLE);
            open.end(new Recording.End(Instant.parse("2026-01-02T03:05:05Z"), true, null));
        }
        text = Files.readString(journal);
    }

    private void isWhole(String changed) throws IOException {
        Files.writeString(journal, changed);
        Recording recording = JournalReader.read(journal);
        assertThat(recording.samples()).containsExactly(SAMPLE);
        assertThat(recording.partial()).isFalse();
    }

    private void isRefused(byte[] changed, String words) throws IOException {
        Files.write(journal, changed);
        assertThatThrownBy(() -> JournalReader.read(journal))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("Feature");
    }

    @Test
    void whatEditorsAndDisksAddMeansNothing() throws IOException {
        isWhole(text.replace("\n", "\r\n"));
        isWhole("\uFEFF" + text);
        isWhole(text.replace("\n", "\n\n"));
        isWhole(text + "\0".repeat(4096));
    }

    @Test
    void whatIsNotTextOfLinesIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        isRefused(packed.toByteArray(), "line 1: not JSON");
        isRefused(text.getBytes(StandardCharsets.UTF_16LE), "not JSON");
        isRefused(
                text.replaceFirst("\n", "").getBytes(StandardCharsets.UTF_8), "line 1: not JSON: Trailing token found");
    }

    /** Of two figures of one name, the last would else have been taken, without a word. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"wallNs\":5000000' | '\"wallNs\":5000000,\"wallNs\":1' | line 2: not JSON: Duplicate Object property \"wallNs\"",
                "'\"wallNs\":5000000' | '\"wallNs\":NaN'     | line 2: not JSON: Non-standard token 'NaN';",
                "'\"wallNs\":5000000' | '\"wallNs\":1e400'   | line 2: 'wallNs' is Infinity",
                "'\"wallNs\":5000000' | '\"wallNs\":1e999999999' | line 2: 'wallNs' is Infinity",
                "'\"wallNs\":5000000' | '\"wallNs\":-5'      | line 2: 'wallNs' is -5",
            })
    void aFigureThatCannotBeIsRefused(String right, String wrong, String words) throws IOException {
        assertThat(text).contains(right);
        isRefused(text.replace(right, wrong).getBytes(StandardCharsets.UTF_8), words);
    }
}
