package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.chart.Chart;
import dev.assay.chart.RunCharts;
import dev.assay.console.Console;
import dev.assay.console.RunSummaryPrinter;
import dev.assay.fixture.SampleRun;
import dev.assay.fixture.SampleRuns;
import dev.assay.model.result.RunResult;
import dev.assay.report.HtmlReport;
import dev.assay.report.markdown.MarkdownSummary;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A ratio and its interval are the same text wherever they are shown. */
class SameFiguresTest {
    private static final String RATIO = "[0-9.,]+×";
    private static final String INTERVAL = "\\[[^\\]]+]";
    private static final String FIGURE = RATIO + " " + INTERVAL;

    private static final Pattern SUITE_ON_PAGE = Pattern.compile("<tr><th scope=\"row\">(\\w+)</th><td>([^<]+)</td>"
            + "<td class=\"num\">\\d+</td><td class=\"num strong\">(" + RATIO + ")</td><td class=\"num\">(" + INTERVAL
            + ")");
    private static final Pattern COMPARISON_ON_PAGE = Pattern.compile(
            "<tr><th scope=\"row\"><a href=\"[^\"]+\">([^<]+)</a></th><td>([^<]+)</td>[^\n]*?<td class=\"num strong\"[^>]*>("
                    + RATIO + ")</td><td class=\"num\"[^>]*>(" + INTERVAL + ")");
    private static final Pattern SUITE_IN_SUMMARY =
            Pattern.compile("(?m)^\\| (\\w+) \\| ([^|]+) \\| \\d+ \\| (" + RATIO + ") \\| (" + INTERVAL + ")");
    private static final Pattern COMPARISON_IN_SUMMARY = Pattern.compile(
            "(?m)^\\| (\\w+/\\S+) \\| ([^|]+) \\| [^|]+ \\| [^|]+ \\| (" + RATIO + ") \\| (" + INTERVAL + ")");

    static Stream<RunResult> runs() {
        return Stream.of(SampleRun.result(), SampleRuns.full());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void thoseOfSuites(RunResult run) {
        String summary = MarkdownSummary.render(run);
        String page = page(run);
        for (String pair : List.of("Python / Rust", "Rust / C")) {
            String title = pair.replace(" / ", " over ");
            Map<String, String> inSummary = found(SUITE_IN_SUMMARY, part(summary, "## " + title, "\n## "));
            assertThat(inSummary).isNotEmpty();
            assertThat(found(
                            SUITE_ON_PAGE,
                            part(page, "<summary>Geometric means over suites, " + title + "</summary>", "</table>")))
                    .isEqualTo(inSummary);
            assertThat(onScreen(run, pair))
                    .isNotEmpty()
                    .allSatisfy((suite, figure) -> assertThat(inSummary).containsEntry(suite, figure));
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void thoseOfComparisons(RunResult run) {
        String summary = MarkdownSummary.render(run);
        String page = page(run);
        for (String id : List.of("python-rust", "rust-c")) {
            String title = id.equals("python-rust") ? "Python over Rust" : "Rust over C";
            Map<String, String> inSummary = found(COMPARISON_IN_SUMMARY, part(summary, "## " + title, "\n## "));
            assertThat(inSummary).isNotEmpty();
            assertThat(found(COMPARISON_ON_PAGE, part(page, "<caption>" + title, "</table>")))
                    .isEqualTo(inSummary);
            assertThat(labels(run, "ratios-" + id)).containsExactlyInAnyOrderElementsOf(inSummary.values());
            assertThat(labels(run, "ratios-" + id))
                    .allSatisfy(label -> assertThat(page).contains("\">" + label + "</text>"));
        }
    }

    @Test
    void thoseOfTwoCommands() {
        for (RunResult run : List.of(SampleRuns.commands(), SampleRuns.slowerCommand())) {
            List<String> labels = labels(run, "ratios-commands");
            assertThat(labels).isNotEmpty();
            assertThat(matches(Pattern.compile(FIGURE), screen(run))
                            .map(MatchResult::group)
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(labels);
            assertThat(matches(
                                    Pattern.compile("(" + RATIO + "), 95 % interval ([0-9.,]+) to ([0-9.,]+), "),
                                    MarkdownSummary.render(run))
                            .map(words -> words.group(1) + " [" + words.group(2) + ", " + words.group(3) + "]"))
                    .isNotEmpty()
                    .isSubsetOf(labels);
        }
    }

    private static String page(RunResult run) {
        return new String(HtmlReport.render(run), StandardCharsets.UTF_8);
    }

    private static String part(String text, String begin, String end) {
        assertThat(text).contains(begin);
        String rest = text.substring(text.indexOf(begin) + begin.length());
        return rest.substring(0, rest.indexOf(end));
    }

    /** By what they are of. */
    private static Map<String, String> found(Pattern pattern, String text) {
        return matches(pattern, text)
                .collect(Collectors.toMap(
                        row -> row.group(1) + " " + row.group(2),
                        row -> row.group(3) + " " + row.group(4),
                        (one, other) -> one + other,
                        TreeMap::new));
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    /** The means of a pair of runtimes in their column. */
    private static Map<String, String> onScreen(RunResult run, String pair) {
        List<String> lines =
                part(screen(run), "Geometric means", "\n\n").lines().skip(1).toList();
        int column = lines.get(0).indexOf(pair);
        Map<String, String> found = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String figure =
                    line.length() <= column ? "" : line.substring(column).split(" {2,}", -1)[0];
            if (!figure.isBlank()) {
                assertThat(figure).matches(FIGURE);
                String[] names = line.strip().split(" {2,}", -1);
                found.put(names[0] + " " + names[1], figure);
            }
        }
        return found;
    }

    private static String screen(RunResult run) {
        StringWriter out = new StringWriter();
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        RunSummaryPrinter.print(new Console(new PrintWriter(out), nowhere, false, false, false, 120), run);
        return out + "\n\n";
    }

    private static List<String> labels(RunResult run, String id) {
        RunCharts charts = RunCharts.of(run);
        return charts.all().stream()
                .filter(chart -> chart.id().equals(id) || chart.id().startsWith(id + "-"))
                .filter(chart -> charts.parts(chart).isEmpty())
                .map(Chart::series)
                .flatMap(List::stream)
                .flatMap(series -> series.points().stream())
                .map(point -> point.label())
                .toList();
    }
}
