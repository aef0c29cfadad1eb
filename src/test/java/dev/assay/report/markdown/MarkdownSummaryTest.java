package dev.assay.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Probes;
import dev.assay.fixture.HostileRun;
import dev.assay.fixture.RunBuilder;
import dev.assay.fixture.SampleRuns;
import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Article;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.result.RunComparison;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.Command;
import dev.assay.model.run.TrialId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MarkdownSummaryTest {
    @Test
    void aFullRunIsAsInTheGoldenFile() {
        assertThat(MarkdownSummary.render(SampleRuns.full())).isEqualTo(golden("summary-full.md"));
    }

    @Test
    void twoCommandsAreAsInTheGoldenFile() {
        assertThat(MarkdownSummary.render(SampleRuns.commands())).isEqualTo(golden("summary-commands.md"));
    }

    @Test
    void howOftenAProgramRanIsSaidWhereItRanSeveralTimesInABlock() {
        assertThat(MarkdownSummary.render(SampleRuns.commandsOfSeveralRuns()))
                .contains(", 20 blocks.\n")
                .contains("\n- 20 blocks, 20 runs of Baseline and 80 of Contender.\n");
        RunBuilder run = new RunBuilder();
        TrialId python = SampleRuns.id("numeric/a", "python", 10, 1);
        TrialId rust = SampleRuns.id("numeric/a", "rust", 10, 1);
        Command command = new Command(List.of("/bin/a"), Map.of(), null, null);
        run.ok(python, command, 400e6, 380e6, 9e6);
        run.runs = 4;
        run.ok(rust, command, 10e6, 9e6, 2e6);
        run.runs = 1;
        run.compare(Metric.WORK, python, rust, 42, 0.01);
        run.compare(Metric.PEAK, python, rust, 4.5, 0.01);
        assertThat(MarkdownSummary.render(run.build())).contains("| 20 (20 and 80 runs) |");
    }

    @Test
    void buildsHaveATableOfTheirSteps() {
        RunBuilder run = new RunBuilder();
        Command command = new Command(List.of("/bin/a"), Map.of(), null, null);
        TrialId check = new TrialId("build/from-nothing", Runtime.RUST, "check", 10_000, 1);
        TrialId release = new TrialId("build/from-nothing", Runtime.RUST, "release", 10_000, 1);
        run.ok(check, command, 900e6, 800e6, 200 << 20);
        run.failed(release, command, "exit 1");

        assertThat(MarkdownSummary.render(run.build())).contains("""
                ## Builds

                | Workload | Program | Lines | Work time | Peak memory, largest process |
                | --- | --- | ---: | ---: | ---: |
                | build/from-nothing | Rust check | 10,000 | 800 ms | 200 MiB |

                ## Failed and skipped
                """);
    }

    @Test
    void hostileTextsStayInTheirCells() {
        String summary = MarkdownSummary.render(HostileRun.build());
        assertThat(summary).doesNotContain("<script", "http://evil", "\u202E", "\u0000");
        List<String> lines = summary.lines().toList();
        assertThat(lines).noneMatch(line -> line.startsWith("# heading"));
        assertThat(lines)
                .filteredOn(line -> line.contains("Not tested"))
                .allSatisfy(line -> assertThat(line.replace("\\|", "").chars().filter(c -> c == '|'))
                        .hasSize(5));
    }

    @Test
    void probesHaveATableAndContradictionsAList() {
        RunBuilder run = SampleRuns.fullBuilder();
        run.probes.add(
                Probes.result(Probes.rust("safety/moved", ProbeOutcome.REJECTED, "E0382"), ProbeOutcome.COMPILES));
        run.probes.add(Probes.missed(
                Probes.python("safety/lost", ProbeOutcome.RAISES, null), ProbeOutcome.TIMED_OUT, "it hangs"));
        run.contradictions.add(new Article.Contradiction("Table; Text", "The table says no.", List.of("web.io")));

        assertThat(MarkdownSummary.render(run.build())).contains("""
                ## Probes

                | Probe | Outcome | With | What it shows |
                | --- | --- | --- | --- |
                | safety/moved | compiles and runs clean (expected: rejected with E0382) | tool 1.0 | It shows something. |
                | safety/lost | timed out: it hangs (expected: raises) |  | It shows something. |

                ## Where the article contradicts itself

                - The table says no. (Table; Text)
                """);
    }

    @Test
    void aCellCannotBreakOut() {
        assertThat(Markdown.cell("a|b\n# c <b> `d` [e](f) *g* @h https://i \\"))
                .isEqualTo("a\\|b \\# c &lt;b&gt; \\`d\\` \\[e\\](f) \\*g\\* &#64;h https&#58;//i \\\\");
    }

    @Test
    void aHugeRunIsCutBelowTheLimitAndSaysSo() {
        RunBuilder run = new RunBuilder();
        Command command = new Command(List.of("/bin/x"), Map.of(), null, null);
        for (int i = 0; i < 4000; i++) {
            run.failed(new TrialId("numeric/w" + i, Runtime.RUST, "std", 1, 1), command, "y".repeat(600));
        }
        String summary = MarkdownSummary.render(run.build());
        assertThat(summary.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(900 * 1024, 1024 * 1024 - 1);
        assertThat(summary).contains("Shortened here").endsWith("the charts.\n");
    }

    @Test
    void aHugeRunComparedWithAHugeOneStaysBelowTheLimitAndKeepsBothParts() {
        RunBuilder run = new RunBuilder();
        Command command = new Command(List.of("/bin/x"), Map.of(), null, null);
        List<RunComparison.Alone> alone = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            TrialId id = new TrialId("numeric/w" + i, Runtime.RUST, "std", 1, 1);
            run.failed(id, command, "y".repeat(600));
            alone.add(new RunComparison.Alone(id, true, "z".repeat(600)));
        }
        RunResult result = run.build();
        RunComparison against = new RunComparison(result.header(), result.header(), null, List.of(), List.of(), alone);

        String summary = MarkdownSummary.render(result, against);

        assertThat(summary.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(900 * 1024, 1024 * 1024 - 1);
        assertThat(summary)
                .contains("Shortened here; `report.html` has everything.", "## Failed and skipped", "Only in")
                .endsWith("Shortened here.\n");
    }

    private static String golden(String name) {
        try (InputStream in = Objects.requireNonNull(
                MarkdownSummaryTest.class.getResourceAsStream("/dev/assay/report/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
