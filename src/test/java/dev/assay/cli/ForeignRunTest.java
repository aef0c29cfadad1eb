package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.fixture.SampleRun;
import dev.assay.model.Metric;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.RunResult;
import dev.assay.report.HtmlReport;
import dev.assay.report.markdown.MarkdownSummary;
import dev.assay.store.JournalReader;
import dev.assay.store.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal that {@code results/README.md} shows, read out of the page and analyzed as the page says. */
class ForeignRunTest {
    private static final String MARK = "<!-- example: a journal -->";

    @TempDir
    private Path results;

    private static String example() throws IOException {
        String page = Files.readString(Path.of("results/README.md"));
        String behind = page.substring(page.indexOf(MARK) + MARK.length());
        StringBuilder journal = new StringBuilder();
        for (String line :
                behind.strip().lines().takeWhile(line -> !line.isBlank()).toList()) {
            String content = line.strip();
            journal.append(content.startsWith("{\"kind\"") && !journal.isEmpty() ? "\n" : "")
                    .append(content);
        }
        return journal.append('\n').toString();
    }

    @Test
    void theExampleOfThePageIsAJournalAndSaysWhatThePageSays() throws IOException {
        Path journal = Files.createDirectories(results.resolve("mine")).resolve("journal.jsonl");
        Files.writeString(journal, example());
        RunResult result = SampleRun.analyze(JournalReader.read(journal));
        assertThat(result.partial()).isFalse();
        assertThat(result.failed()).isFalse();
        assertThat(result.comparisons()).hasSize(1);
        Comparison comparison = result.comparisons().get(0);
        assertThat(comparison.metric()).isEqualTo(Metric.WALL);
        assertThat(comparison.verdict()).isEqualTo(Comparison.Verdict.BETTER);
        assertThat(comparison.estimate().value()).isCloseTo(40, within(0.5));
        assertThat(result.claims()).allMatch(claim -> claim.verdict().toString().equals("not-tested"));

        RunFolder folder = RunFolder.open(journal);
        folder.write(result);
        assertThat(RunSchema.problems(folder.path().resolve(RunFolder.RESULT))).isEmpty();
        assertThat(new String(HtmlReport.render(result), StandardCharsets.UTF_8))
                .contains("mine/sum");
        assertThat(MarkdownSummary.render(result)).contains("mine/sum");
    }
}
