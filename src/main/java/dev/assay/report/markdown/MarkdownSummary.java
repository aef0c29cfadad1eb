package dev.assay.report.markdown;

import dev.assay.chart.ComparedRuns;
import dev.assay.chart.ComparisonLabels;
import dev.assay.model.Warning;
import dev.assay.model.catalog.Article;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.result.Power;
import dev.assay.model.result.RunComparison;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.ProbeResult;
import dev.assay.model.run.RunHeader;
import dev.assay.report.Banner;
import dev.assay.report.BreakEven;
import dev.assay.report.BuildRow;
import dev.assay.report.Headline;
import dev.assay.report.Problem;
import dev.assay.report.RatioRow;
import dev.assay.report.RatioTable;
import dev.assay.report.ServiceRow;
import dev.assay.report.TrialRow;
import dev.assay.report.TypicalValueCell;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The summary of a run in Markdown: for the job summary of a continuous integration, which takes at most 1024 KiB. */
public final class MarkdownSummary {
    /** Room for the last lines is kept apart. */
    private static final int MOST_BYTES = 1000 * 1024;

    private MarkdownSummary() {}

    /** The summary; it ends with a line end. */
    public static String render(RunResult result) {
        return render(result, "");
    }

    /** The summary of a run that another one is compared with: what has changed comes last, and the run's own part gets the rest of the room. */
    public static String render(RunResult result, RunComparison against) {
        return render(result, ChangesMarkdown.section(against));
    }

    private static String render(RunResult result, String end) {
        Markdown out = new Markdown(MOST_BYTES - end.getBytes(StandardCharsets.UTF_8).length);
        heading(out, result);
        headlines(out, result);
        claims(out, result);
        probes(out, result);
        ratios(out, result);
        services(out, result);
        builds(out, result);
        problems(out, result);
        warnings(out, result);
        return out + (out.cut() ? "\nShortened here; `report.html` has everything.\n" : "") + places() + end;
    }

    private static void heading(Markdown out, RunResult result) {
        RunHeader header = result.header();
        out.line("# Assay: " + (Headline.of(result).isEmpty() ? "Rust and Python, measured" : "two commands compared"));
        out.line("");
        out.line("Run " + Markdown.cell(header.id()) + ", profile " + header.profile() + ", "
                + header.sampling().extent()
                + ", seed " + header.sampling().seed() + ", on "
                + Markdown.cell(header.environment().cpuModel()) + ".");
        out.line(
                "Intervals are 95 % intervals unless they are marked as ranges. They hold for this machine on this day, and"
                        + " for other builds of the same code only where several builds were measured.");
        for (Banner banner : Banner.of(result)) {
            out.line("").line("> **" + banner.title() + ".** " + Markdown.cell(banner.text()));
        }
    }

    private static void headlines(Markdown out, RunResult result) {
        List<Headline> headlines = Headline.of(result);
        if (!headlines.isEmpty()) {
            out.line("").line("## The result").line("");
            headlines.forEach(headline ->
                    out.line("- **" + Markdown.cell(headline.verdict()) + "**. " + Markdown.cell(headline.sentence())));
            result.comparisons().stream()
                    .flatMap(comparison -> ComparedRuns.of(result, comparison).stream())
                    .findFirst()
                    .ifPresent(runs -> out.line("- " + Markdown.cell(runs.words()) + "."));
        }
    }

    private static void claims(Markdown out, RunResult result) {
        if (result.claims().isEmpty() || !Headline.of(result).isEmpty()) {
            return;
        }
        claims(
                out,
                "## Claims",
                result.claims().stream()
                        .filter(claim -> !claim.claim().isOurs())
                        .toList());
        claims(
                out,
                "## Beyond the article",
                result.claims().stream().filter(claim -> claim.claim().isOurs()).toList());
    }

    private static void claims(Markdown out, String title, List<ClaimResult> claims) {
        if (!claims.isEmpty()) {
            out.line("").line(title).head("Verdict", "Claim", "Evidence", "Id");
        }
        for (ClaimResult claim : claims) {
            out.longRow(List.of(
                    ComparisonLabels.icon(claim.verdict()) + " "
                            + claim.verdict().title(),
                    claim.claim().claim(),
                    claim.sentence() + power(claim),
                    claim.claim().id()));
        }
    }

    private static String power(ClaimResult claim) {
        Power power = claim.power();
        return power == null ? "" : " " + power.sentence();
    }

    private static void probes(Markdown out, RunResult result) {
        if (!result.probes().isEmpty()) {
            out.line("").line("## Probes").head("Probe", "Outcome", "With", "What it shows");
        }
        for (ProbeResult probe : result.probes()) {
            out.row(List.of(
                    probe.probe().id(),
                    probe.words()
                            + (probe.reason() == null ? "" : ": " + probe.reason())
                            + (probe.asExpected() ? "" : " (expected: " + probe.expectedWords() + ")"),
                    probe.tool(),
                    probe.probe().shows()));
        }
        List<Article.Contradiction> contradictions = result.article().contradictions();
        if (!result.claims().isEmpty() && !contradictions.isEmpty()) {
            out.line("").line("## Where the article contradicts itself").line("");
            contradictions.forEach(
                    each -> out.line("- " + Markdown.cell(each.text()) + " (" + Markdown.cell(each.sections()) + ")"));
        }
    }

    private static void ratios(Markdown out, RunResult result) {
        RatioTable.headlines(result).forEach(table -> ratios(out, table));
    }

    private static void ratios(Markdown out, RatioTable table) {
        out.line("").line("## " + table.first() + " over " + table.second());
        out.line("").line(Markdown.cell(table.counts()) + ".");
        out.head(
                "Workload",
                "Time",
                ">" + table.first(),
                ">" + table.second(),
                ">Ratio",
                ">95 % interval",
                ">Blocks",
                "Verdict");
        for (RatioRow row : table.rows()) {
            String reasons = row.verdict().hasReasons() ? " (" + row.verdict().reasons() + ")" : "";
            out.row(List.of(
                    row.workload(),
                    row.metric(),
                    row.baseline().typical().plain(),
                    row.contender().typical().plain(),
                    row.ratio().text(),
                    row.interval().whole(),
                    row.evidence().whole(),
                    row.verdict().words() + reasons));
        }
        if (table.rows().stream()
                .anyMatch(row -> row.baseline().typical().marked()
                        || row.contender().typical().marked())) {
            out.line("")
                    .line(TypicalValueCell.NEAR_FLOOR
                            + " near the noise floor: process start-up is more than a tenth of it.");
        }
        if (table.hasSuites()) {
            out.head("Suite", "Time", ">Workloads", ">Geometric mean", ">95 %, this set", ">95 %, in general");
            for (RatioTable.SuiteRow row : table.suites()) {
                out.row(List.of(
                        row.suite(),
                        row.metric(),
                        String.valueOf(row.workloads()),
                        row.ratio(),
                        row.interval(),
                        row.general()));
            }
        }
    }

    private static void services(Markdown out, RunResult result) {
        List<ServiceRow> rows = ServiceRow.of(result.trials());
        if (!rows.isEmpty()) {
            out.line("").line("## Services");
            out.head(Stream.concat(
                            Stream.of("Workload", "Program"),
                            ServiceRow.TITLES.stream().map(title -> ">" + title))
                    .toArray(String[]::new));
        }
        for (ServiceRow row : rows) {
            out.row(Stream.concat(
                            Stream.of(row.workload(), row.name()),
                            row.cells().stream().map(TrialRow.Value::plain))
                    .toList());
        }
    }

    private static void builds(Markdown out, RunResult result) {
        List<BuildRow> rows = BuildRow.of(result);
        if (!rows.isEmpty()) {
            out.line("").line("## Builds");
            out.head("Workload", "Program", ">Lines", ">Work time", ">Peak memory, largest process");
        }
        rows.forEach(row -> out.row(List.of(row.workload(), row.program(), row.lines(), row.time(), row.memory())));
        BreakEven.describe(result).ifPresent(words -> out.line("").line(Markdown.cell(words)));
    }

    private static void problems(Markdown out, RunResult result) {
        List<Problem> problems = Problem.of(result);
        if (!problems.isEmpty()) {
            out.line("").line("## Failed and skipped").head("Trial", "Status", "Reason");
            problems.forEach(problem -> out.row(List.of(problem.trial(), problem.status(), problem.reason())));
        }
    }

    private static void warnings(Markdown out, RunResult result) {
        List<Warning> warnings = result.warnings();
        if (!warnings.isEmpty()) {
            out.line("").line("## Warnings").line("");
            warnings.forEach(warning ->
                    out.line("- " + "**" + Markdown.cell(warning.problem()) + "** " + Markdown.cell(warning.advice())));
        }
    }

    private static String places() {
        return """

                ## Files

                `report.html` is the full report, `run.json` has all its figures for programs, `journal.jsonl` has every measured process, `charts/` the charts.
                """;
    }
}
