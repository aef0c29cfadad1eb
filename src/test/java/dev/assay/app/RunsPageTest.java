package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.console.Console;
import dev.assay.fixture.SampleRun;
import dev.assay.fixture.SampleRuns;
import dev.assay.model.result.RunDigest;
import dev.assay.store.RunFolder;
import dev.assay.store.RunIndex;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in a folder, and the page over them. */
class RunsPageTest {
    @TempDir
    private Path folder;

    private Path results;
    private final StringWriter warnings = new StringWriter();
    private final Console console =
            new Console(new PrintWriter(new StringWriter()), new PrintWriter(warnings), false, false, false, 80);

    @BeforeEach
    void runs() throws IOException {
        results = Files.createDirectories(folder.resolve("results"));
        Path kept = run("20260101T000000Z-aaaa");
        Files.copy(Path.of("results/sample/journal.jsonl"), kept.resolve("journal.jsonl"));
        RunFolder sample = RunFolder.open(kept);
        sample.write(SampleRun.result());
        sample.write("report.html", new byte[0]);
        RunFolder.ofPath(run("partial")).write(SampleRuns.partial());
        RunFolder.ofPath(run("<b>full & #1?")).write(SampleRuns.full());
        Files.writeString(run("broken").resolve("run.json"), "{\"schema\": \"assay.run/1\", \"trials\": [");
        Files.writeString(run("old").resolve("run.json"), "{\"schema\": \"assay.run/0\"}");
        Files.writeString(run("cut").resolve("journal.jsonl"), "");
        run("no-run");
        Files.writeString(results.resolve("README.md"), "");
        Files.createSymbolicLink(results.resolve("latest"), Path.of("20260101T000000Z-aaaa"));
    }

    private Path run(String name) throws IOException {
        return Files.createDirectories(results.resolve(name));
    }

    @Test
    void aDigestHasWhatTheResultSays() {
        List<RunDigest> runs = RunIndex.list(results);
        assertThat(runs)
                .extracting(RunDigest::folder)
                .containsExactly("20260101T000000Z-aaaa", "partial", "<b>full & #1?", "old", "cut", "broken");
        assertThat(runs.subList(3, 6)).allMatch(run -> run.content() == null);
        RunDigest.Content partial = Objects.requireNonNull(runs.get(1).content());
        assertThat(partial.partial()).isTrue();
        assertThat(partial.finishedAt()).isNull();
        assertThat(partial.profile()).isEqualTo("smoke");
        RunDigest.Content full = Objects.requireNonNull(runs.get(2).content());
        assertThat(full.failed()).isEqualTo(1);
        assertThat(full.partial()).isFalse();
        assertThat(full.claims().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(SampleRuns.full().claims().size());
        assertThat(full.means()).hasSize(2);
        assertThat(full.cpuModel()).isEqualTo("Example CPU 3000 @ 2.80GHz");
    }

    /** A result of the time when work time was called kernel time. */
    @Test
    void aDigestInTheFormerWordsIsTheSame() throws IOException {
        List<RunDigest> today = RunIndex.list(results);
        Path kept = results.resolve("20260101T000000Z-aaaa/run.json");
        String text = Files.readString(kept);
        Files.writeString(
                kept,
                text.replace("\"metric\" : \"work\"", "\"metric\" : \"kernel\"").replace("\"workNs\"", "\"kernelNs\""));
        assertThat(Files.readString(kept)).isNotEqualTo(text);
        assertThat(RunIndex.list(results)).isEqualTo(today);
        assertThat(Objects.requireNonNull(today.get(0).content()).means())
                .extracting(RunDigest.Mean::metric)
                .contains("work");
    }

    @Test
    void thePageListsThemNewestFirstAndLinksToReportsThatAreThere() throws IOException {
        RunsPage.refresh(console, results.resolve("partial"), results);
        String page = Files.readString(results.resolve("index.html"));
        assertThat(page)
                .contains(
                        "6 runs, 2 complete",
                        "href=\"./20260101T000000Z-aaaa/report.html\"",
                        "numeric</bdi></span> 40.2×")
                .contains("1 trial failed", "partial</span>", "no readable result")
                .contains("&lt;b&gt;full &amp; #1?")
                .doesNotContain("<script", "<b>", "http://", "https://", "no-run", "latest");
        assertThat(warnings.toString()).isEmpty();
    }

    @Test
    void aPageOfSomebodyElseIsLeftAlone() throws IOException {
        Path theirs = Files.writeString(results.resolve("index.html"), "<p>My own page</p>");
        RunsPage.refresh(console, results.resolve("partial"), results);
        assertThat(theirs).hasContent("<p>My own page</p>");
    }

    @Test
    void aFolderThatIsNotForRunsGetsAPageOnlyWhenItHasOne() throws IOException {
        RunsPage.refresh(console, results.resolve("partial"), folder.resolve("other"));
        assertThat(results.resolve("index.html")).doesNotExist();
        RunsPage.refresh(console, results.resolve("latest"), results);
        Files.delete(results.resolve("old/run.json"));
        RunsPage.refresh(console, results.resolve("partial"), folder.resolve("other"));
        assertThat(results.resolve("index.html")).content().contains("5 runs");
    }
}
