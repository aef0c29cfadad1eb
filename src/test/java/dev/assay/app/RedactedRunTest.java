package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.cli.RunSchema;
import dev.assay.console.Console;
import dev.assay.export.Format;
import dev.assay.fixture.SampleRun;
import dev.assay.model.AssayException.Storage;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.Recording;
import dev.assay.store.JournalReader;
import dev.assay.store.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets are planted in a journal, and none of them is in a file that is to be published. */
class RedactedRunTest {
    private static final List<String> SECRETS = List.of(
            "alice",
            "acme-merger",
            "My Ledger",
            "t0k-5",
            "hunter2",
            "horse-battery",
            "s3same",
            "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
            "AKIAIOSFODNN7EXAMPLE",
            "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY",
            "b3arer-value",
            "in-a-comment");

    private static final String WORDS = """
            "fetch","--token=t0k-5","--password","hunter2","--db-secret","horse-battery","https://bob:s3same@example.org/x",\
            "0f1e2d3c4b5a69788796a5b4c3d2e1f0","AKIAIOSFODNN7EXAMPLE","wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY",\
            "/home/alice/My Ledger/2026",""";

    private static final String PROBLEM =
            "did not end; last output: alice: no /home/alice/x, Authorization: Bearer b3arer-value";

    /** Lines of the CSV file of the whole run, which is the same in every test; 0 until it is known. */
    private static long wholeLines;

    @TempDir
    private Path results;

    private final Console console = new Console(
            new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false, false, false, 80);

    /** The sample run as if alice had measured it, who types her secrets into command lines. */
    private RunFolder planted() throws IOException {
        Path journal = Files.createDirectories(results.resolve("run")).resolve("journal.jsonl");
        String text = Files.readString(Path.of("results/sample/journal.jsonl"));
        String changed = text.replace("/opt/assay", "/home/alice/clients/acme-merger")
                .replaceFirst("\"commandLine\":\\[", "\"commandLine\":[" + WORDS)
                .replaceFirst(
                        "\"outputOk\":true,\"problem\":null", "\"outputOk\":false,\"problem\":\"" + PROBLEM + "\"")
                .replaceFirst("\"text\":\"", "\"text\":\"// api_key = in-a-comment\\\\n");
        assertThat(SECRETS).allMatch(changed::contains);
        Files.writeString(journal, changed);
        return RunFolder.open(journal);
    }

    private static List<Path> texts(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".png"))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noSecretIsInAPublishedFile(boolean sources) throws IOException {
        RunFolder run = planted();
        Recording recording = JournalReader.read(run.journalFile());
        Path published = RedactedRun.write(console, run, recording, SampleRun.catalog(), sources);
        assertThat(published).isEqualTo(run.path().resolve("redacted"));
        List<Path> files = texts(published);
        assertThat(files).hasSizeGreaterThanOrEqualTo(8);
        for (Path file : files) {
            String text = Files.readString(file).toLowerCase(Locale.ROOT);
            assertThat(SECRETS).as(file.toString()).noneMatch(secret -> text.contains(secret.toLowerCase(Locale.ROOT)));
        }
        String report = Files.readString(published.resolve("report.html"));
        assertThat(report).contains("This is a redacted report", "[redacted]", "~/.../", "/usr/bin/");
        assertThat(report.contains("fn main()")).isEqualTo(sources);
        assertThat(RunSchema.problems(published.resolve("run.json"))).isEmpty();
        assertThat(run.path().resolve("report.html")).doesNotExist();
        hasTheSameFigures(recording, published);
    }

    @Test
    void aFolderOfSomebodyElsesIsNotWrittenTo() throws IOException {
        RunFolder run = planted();
        Path elsewhere = Files.createDirectory(results.resolve("elsewhere"));
        Files.createSymbolicLink(run.path().resolve("redacted"), elsewhere);
        Recording recording = JournalReader.read(run.journalFile());
        assertThatThrownBy(() -> RedactedRun.write(console, run, recording, SampleRun.catalog(), false))
                .isInstanceOf(Storage.class)
                .hasMessageContaining("redacted is a link, which is not followed");
        assertThat(elsewhere).isEmptyDirectory();
    }

    private void hasTheSameFigures(Recording recording, Path published) throws IOException {
        if (wholeLines == 0) {
            RunResult whole = SampleRun.analyze(recording);
            byte[] csv = Format.CSV.render(whole).orElseThrow();
            wholeLines = new String(csv, StandardCharsets.UTF_8).lines().count();
        }
        assertThat(published.resolve("exports").resolve(Format.CSV.fileName()))
                .content()
                .hasLineCount((int) wholeLines);
    }
}
